package org.towercrier.customer.ui.internal.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.ui.chart.ChartModel;

/** Monthly facts of a customer as lines over time. */
final class ValueCharts {

    private static final double WIDEST_GAP = 40.0 * 24 * 3600;

    private ValueCharts() {
    }

    /** A fact over the months; absent when fewer than two are known. A month that is missing leaves a gap. */
    static Optional<ChartModel> of(List<Map<String, Object>> months, String fact, String title, String unit, int colour) {
        double[] x = new double[months.size()];
        double[] y = new double[months.size()];
        int known = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = months.get(i).get("month") instanceof LocalDate month ? month.atStartOfDay().toEpochSecond(ZoneOffset.UTC) : Double.NaN;
            y[i] = months.get(i).get(fact) instanceof Number value ? value.doubleValue() : Double.NaN;
            known += Double.isNaN(y[i]) ? 0 : 1;
        }
        if (known < 2) {
            return Optional.empty();
        }
        return Optional
                .of(ChartModel.overTime(title, title, unit, WIDEST_GAP, ChartModel.Series.of(ChartModel.Kind.LINE, title, x, y, colour)));
    }
}
