package org.towercrier.customer.internal.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.towercrier.model.customer.FactsAggregation;

/**
 * A monthly fact put together over a window, kept ready for every customer.
 *
 * @param fact attribute of the monthly facts
 * @param aggregation how the months are put together; absent months are left out
 * @param months length of the window in months, 1 for the latest month alone
 */
public record Figure(String fact, FactsAggregation aggregation, int months) {

    private static final int SHORT = 3;
    private static final int MIDDLE = 6;
    private static final int LONG = 12;

    /** Name of the column. */
    public String column() {
        return (fact + "_" + aggregation.getLiteral() + "_" + months).toLowerCase(Locale.ROOT);
    }

    /** What is kept ready. Other windows are computed when they are asked for. */
    public static List<Figure> ready() {
        List<Figure> figures = new ArrayList<>();
        for (String fact : List.of("spend", "payments", "voiceMinutes", "voiceOnNet", "voiceOffNet", "voiceIncoming", "messages",
                "dataVolume", "complaints", "activeDays")) {
            figures.add(new Figure(fact, FactsAggregation.MEAN, SHORT));
        }
        for (String fact : List.of("spend", "dataVolume")) {
            figures.add(new Figure(fact, FactsAggregation.TREND, MIDDLE));
        }
        figures.add(new Figure("spend", FactsAggregation.MEAN, MIDDLE));
        figures.add(new Figure("spend", FactsAggregation.MEAN, LONG));
        figures.add(new Figure("cost", FactsAggregation.MEAN, MIDDLE));
        figures.add(new Figure("complaints", FactsAggregation.SUM, SHORT));
        figures.add(new Figure("spend", FactsAggregation.SUM, LONG));
        figures.add(new Figure("payments", FactsAggregation.SUM, LONG));
        figures.add(new Figure("complaints", FactsAggregation.SUM, LONG));
        figures.add(new Figure("spend", FactsAggregation.LAST, 1));
        figures.add(new Figure("dataVolume", FactsAggregation.LAST, 1));
        figures.add(new Figure("voiceMinutes", FactsAggregation.LAST, 1));
        return List.copyOf(figures);
    }
}
