package org.towercrier.statistics.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.towercrier.statistics.Quantiles;

/** Importance-performance analysis (Martilla and James 1977): what matters to customers against how well it is done. */
public final class ImportancePerformance {

    /** What to do with an item. */
    public enum Quadrant {
        /** Important and done well. */
        KEEP_UP_THE_GOOD_WORK,
        /** Important and not done well. */
        CONCENTRATE_HERE,
        /** Neither important nor done well. */
        LOW_PRIORITY,
        /** Not important and yet done well. */
        POSSIBLE_OVERKILL
    }

    /** Where the lines between the quadrants are. */
    public enum CrossHair {
        /** At the mean over the items. */
        MEAN,
        /** At the median over the items. */
        MEDIAN,
        /** In the middle of the scale of the answers. */
        SCALE_MIDDLE
    }

    /** An item of a questionnaire, before it is placed. */
    public record Rating(String item, double importance, double performance) {
    }

    /** An item in its quadrant. An item without importance or performance (NaN) is not placed. */
    public record Placed(String item, double importance, double performance, Quadrant quadrant) {
    }

    /** The chart: where the cross-hair is, and the items. */
    public record Chart(double importanceLine, double performanceLine, List<Placed> items) {

        public Chart {
            items = List.copyOf(items);
        }
    }

    private ImportancePerformance() {
    }

    /** Places items around a cross-hair at given values; what lies on a line counts as above it. */
    public static Chart place(List<Rating> ratings, double importanceLine, double performanceLine) {
        List<Placed> placed = new ArrayList<>();
        for (Rating rating : ratings) {
            if (!Double.isNaN(rating.importance()) && !Double.isNaN(rating.performance())) {
                boolean important = rating.importance() >= importanceLine;
                boolean well = rating.performance() >= performanceLine;
                Quadrant quadrant = important ? well ? Quadrant.KEEP_UP_THE_GOOD_WORK : Quadrant.CONCENTRATE_HERE
                        : well ? Quadrant.POSSIBLE_OVERKILL : Quadrant.LOW_PRIORITY;
                placed.add(new Placed(rating.item(), rating.importance(), rating.performance(), quadrant));
            }
        }
        return new Chart(importanceLine, performanceLine, placed);
    }

    /** Mean or median of what is known. @throws IllegalArgumentException for the middle of a scale, which values cannot tell */
    public static double line(double[] values, CrossHair crossHair) {
        return switch (crossHair) {
            case MEAN -> Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
            case MEDIAN -> Quantiles.median(values);
            case SCALE_MIDDLE -> throw new IllegalArgumentException("The middle of a scale is half way between its ends");
        };
    }
}
