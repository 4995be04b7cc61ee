package org.towercrier.capacity.internal.detect;

import java.util.List;
import java.util.Map;

import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.internal.series.BusyHourFinder.Window;

/**
 * The load of a cell in the busy hour of one day, and what the rule says about it.
 *
 * @param window   the busy hour
 * @param figures  the figures by the names of their KPIs; missing ones are left out
 * @param classes  the classes whose limits were applied: one when the packet size is known, else all
 * @param verdict  what the rule says
 */
record DayLoad(Window window, Map<String, Double> figures, List<LoadClass> classes, Verdict verdict) {

    double figure(String kpi) {
        return figures.getOrDefault(kpi, Double.NaN);
    }
}
