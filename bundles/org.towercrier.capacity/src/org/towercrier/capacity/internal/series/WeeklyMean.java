package org.towercrier.capacity.internal.series;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The mean of a week's daily values without the extremes (ITU-T E.500 leaves exceptional days out): from three days on, the
 * greatest and the least are left out, the earlier one of equals; with fewer days all count.
 *
 * @param counted  what is in the mean, in order of days
 * @param excluded the extremes, in order of days
 * @param mean     the mean, absent without any day
 */
public record WeeklyMean<T>(List<T> counted, List<T> excluded, OptionalDouble mean) {

    private static final int FEWEST_TO_EXCLUDE = 3;

    /** Of the daily values of a week in order of days. */
    public static <T> WeeklyMean<T> of(List<T> days, ToDoubleFunction<T> value) {
        List<T> counted = new ArrayList<>(days);
        List<T> excluded = new ArrayList<>();
        if (days.size() >= FEWEST_TO_EXCLUDE) {
            int least = 0;
            int greatest = 0;
            for (int i = 1; i < days.size(); i++) {
                double here = value.applyAsDouble(days.get(i));
                least = here < value.applyAsDouble(days.get(least)) ? i : least;
                greatest = here > value.applyAsDouble(days.get(greatest)) ? i : greatest;
            }
            if (least == greatest) {
                // All are equal: the first and the second go, so that the count is the same as for any other week.
                greatest = 1;
            }
            excluded.add(days.get(Math.min(least, greatest)));
            excluded.add(days.get(Math.max(least, greatest)));
            counted.remove(Math.max(least, greatest));
            counted.remove(Math.min(least, greatest));
        }
        return new WeeklyMean<>(List.copyOf(counted), List.copyOf(excluded), counted.stream().mapToDouble(value).average());
    }
}
