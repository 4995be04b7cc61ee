package org.towercrier.capacity.internal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.CheckContext;
import org.towercrier.command.verify.Checks;
import org.towercrier.statistics.forecast.ForecastMethod;

/**
 * Forecasts of a year of five real LTE cells: from the end of every week the next four weeks of daily busy hours are forecast from the
 * quarter before, and compared with what came. Nobody has published errors for this; the bounds are our own.
 */
@Component
public final class ForecastChecks implements Checks {

    private static final String FILE = "measurements/lte-traffic-hourly/Raw Data - MultiCellHourly.csv";
    private static final String OWN = "our own bound; real data, 0 would be without error (MASE: Hyndman and Koehler 2006)";
    /** Errors that are told, not bounded. */
    private static final double ANY = 1000;

    @Override
    public List<Check> checks() {
        Once once = new Once();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.number("forecast.traffic.chosen-to-naive",
                "MASE of the method chosen by back-test / that of the same day of the week before, 28 days ahead (below 1: better)", OWN, 0,
                0.95, context -> once.of(context).chosen().mase() / once.of(context).naive().mase()));
        checks.add(Check.number("forecast.traffic.chosen.mase", "MASE of the method chosen by back-test", OWN, 0, 1,
                context -> once.of(context).chosen().mase()));
        checks.add(Check.number("forecast.traffic.chosen.mape", "MAPE of the method chosen by back-test, %", OWN, 0, ANY,
                context -> once.of(context).chosen().mape()));
        checks.add(Check.number("forecast.traffic.coverage", "share of the values within the 80 % prediction interval, 28 days ahead",
                "the interval's own promise, our tolerance", 0.8, 0.1, context -> once.of(context).coverage()));
        checks.add(Check.number("forecast.traffic.silent", "share of the forecasts that are not made: no method beats the week before", OWN,
                0, 0.5, context -> once.of(context).silent()));
        for (ForecastMethod method : ForecastMethod.values()) {
            String name = method.name().toLowerCase(Locale.ROOT).replace('_', '-');
            checks.add(Check.number("forecast.traffic." + name + ".mase", "MASE of " + name + ", rolling, 28 days ahead", OWN, 0, ANY,
                    context -> once.of(context).of(method).mase()));
            checks.add(Check.number("forecast.traffic." + name + ".mape", "MAPE of " + name + ", rolling, 28 days ahead, %", OWN, 0, ANY,
                    context -> once.of(context).of(method).mape()));
        }
        return checks;
    }

    /** The year is gone through once for all checks. */
    private static final class Once {

        private YearOfTraffic year;

        YearOfTraffic of(CheckContext context) throws IOException {
            if (year == null) {
                year = YearOfTraffic.of(context.data(FILE));
            }
            return year;
        }
    }
}
