package org.towercrier.capacity.internal.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.model.alarm.BusyHourMethod;

/**
 * What a dense-load rule demands.
 *
 * @param days        n: days with overload that raise
 * @param ofDays      m: days looked at
 * @param method      how the busy hour is found
 * @param traffic     KPI that the busy hour is found by, absent for the best the cell has
 * @param kpis        the KPIs by their names
 * @param classes     the classes, greatest packet size first
 * @param packetSize  the KPI that tells the class, absent when there is one class for all
 * @param combination how the limits combine
 * @param text        the combination as it is written
 */
public record DenseLoadRuleSpec(int days, int ofDays, BusyHourMethod method, Optional<Kpi> traffic, Map<String, Kpi> kpis,
        List<LoadClass> classes, Optional<Kpi> packetSize, Combination combination, String text) {

    public DenseLoadRuleSpec {
        kpis = new TreeMap<>(kpis);
        classes = List.copyOf(classes);
        if (days < 1 || ofDays < days || classes.isEmpty()) {
            throw new IllegalArgumentException("A dense-load rule needs limits, and n of m days with 1 ≤ n ≤ m");
        }
    }
}
