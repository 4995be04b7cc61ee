package org.towercrier.capacity.internal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.CheckContext;
import org.towercrier.command.verify.Checks;
import org.towercrier.statistics.forecast.ForecastMethod;

/**
 * Forecasts of a year of five real LTE cells: from the end of every week the next four weeks of daily busy hours are forecast from the
 * quarter before, and compared with what came. Nobody has published errors for this; the figures are fixed at what this build reaches.
 */
@Component
public final class ForecastChecks implements Checks {

    private static final String FILE = "measurements/lte-traffic-hourly/Raw Data - MultiCellHourly.csv";
    private static final String OWN = "nothing is published for this network: the figure of this method, fixed so that a change shows (0 would be without "
            + "error, a MASE of 1 that of the same day of the week before within the quarter learnt from: Hyndman and Koehler 2006)";
    private static final String NAIVE = "the same day of the week before, which every method has to beat: a ratio below 1";
    private static final double MASE = 0.01;
    private static final double MAPE = 0.3;
    private static final Map<ForecastMethod, Errors> REACHED = Map.of(ForecastMethod.SEASONAL_NAIVE, new Errors(1.0955, 40.78),
            ForecastMethod.SEASONAL_MEDIAN, new Errors(0.9138, 32.19), ForecastMethod.ROBUST_TREND, new Errors(0.8989, 32.92),
            ForecastMethod.HOLT_WINTERS, new Errors(1.0291, 40.50), ForecastMethod.HOLT_WINTERS_DAMPED, new Errors(0.8806, 32.81));

    /** What a method has reached, four weeks ahead. */
    private record Errors(double mase, double mape) {
    }

    @Override
    public List<Check> checks() {
        Once once = new Once();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.number("forecast.traffic.chosen-to-naive",
                "MASE of the method chosen by back-test / that of the same day of the week before, 28 days ahead (below 1: better)", NAIVE,
                0.827, MASE, context -> once.of(context).chosen().mase() / once.of(context).naive().mase()));
        checks.add(Check.number("forecast.traffic.chosen.mase", "MASE of the method chosen by back-test", OWN, 0.9063, MASE,
                context -> once.of(context).chosen().mase()));
        checks.add(Check.number("forecast.traffic.chosen.mape", "MAPE of the method chosen by back-test, %", OWN, 33.28, MAPE,
                context -> once.of(context).chosen().mape()));
        checks.add(Check.number("forecast.traffic.coverage", "share of the values within the 80 % prediction interval, 28 days ahead",
                "the interval's own promise, our tolerance", 0.8, 0.05, context -> once.of(context).coverage()));
        checks.add(Check.number("forecast.traffic.silent", "share of the forecasts that are not made: no method beats the week before", OWN,
                0, MASE, context -> once.of(context).silent()));
        REACHED.forEach((method, errors) -> {
            String name = method.name().toLowerCase(Locale.ROOT).replace('_', '-');
            checks.add(
                    Check.number("forecast.traffic." + name + ".mase", "MASE of " + name + ", rolling, 28 days ahead", OWN, errors.mase(),
                            MASE, context -> once.of(context).of(method).mase()));
            checks.add(Check.number("forecast.traffic." + name + ".mape", "MAPE of " + name + ", rolling, 28 days ahead, %", OWN,
                    errors.mape(), MAPE, context -> once.of(context).of(method).mape()));
        });
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
