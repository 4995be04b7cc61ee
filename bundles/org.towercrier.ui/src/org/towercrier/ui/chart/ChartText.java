package org.towercrier.ui.chart;

import java.time.Instant;

import org.towercrier.ui.chart.ChartModel.Axis;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.UiMessages;

/** Values of axes in words. */
final class ChartText {

    private ChartText() {
    }

    /** A place on the horizontal axis. */
    static String place(Axis axis, double place, Dates dates, UiMessages messages) {
        return switch (axis) {
            case Axis.Time time -> dates.minute(Instant.ofEpochMilli(Math.round(place * 1000)));
            case Axis.Quantity quantity -> messages.numbers().measure(place, 3, quantity.unit());
            case Axis.Words words -> {
                int word = (int) Math.round(place);
                yield word >= 0 && word < words.words().size() ? words.words().get(word) : "";
            }
        };
    }
}
