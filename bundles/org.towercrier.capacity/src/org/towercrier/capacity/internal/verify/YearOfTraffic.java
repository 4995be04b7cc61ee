package org.towercrier.capacity.internal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.towercrier.capacity.internal.forecast.ForecastSpec;
import org.towercrier.statistics.forecast.BackTest;
import org.towercrier.statistics.forecast.Forecast;
import org.towercrier.statistics.forecast.ForecastMethod;
import org.towercrier.statistics.forecast.MethodError;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Forecasts of daily busy hours of cells whose hourly traffic is known for a year, each compared with what came. */
final class YearOfTraffic {

    private static final int WEEK = ForecastSpec.WEEK;
    private static final int AHEAD = 4 * WEEK;
    private static final double CONFIDENCE = 0.8;
    /** Hours of a day that must be known. */
    private static final int HOURS = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private final Map<ForecastMethod, Sums> methods = new EnumMap<>(ForecastMethod.class);
    private final Sums chosen = new Sums();
    private final Sums naive = new Sums();
    private int forecasts;
    private int refused;
    private long values;
    private long held;

    private YearOfTraffic() {
        for (ForecastMethod method : ForecastMethod.values()) {
            methods.put(method, new Sums());
        }
    }

    /** Goes through a file with the columns DATE, HOUR, CELLNAME and VALUE. */
    static YearOfTraffic of(Path file) throws IOException {
        Map<String, TreeMap<LocalDate, double[]>> cells = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                double[] day = cells.computeIfAbsent(row.getField("CELLNAME"), cell -> new TreeMap<>())
                        .computeIfAbsent(LocalDate.parse(row.getField("DATE"), DAY), date -> unknown(24));
                day[Integer.parseInt(row.getField("HOUR"))] = Double.parseDouble(row.getField("VALUE"));
            }
        }
        YearOfTraffic year = new YearOfTraffic();
        cells.values().forEach(days -> year.roll(busyHours(days)));
        return year;
    }

    private static double[] unknown(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double[] busyHours(TreeMap<LocalDate, double[]> days) {
        long first = days.firstKey().toEpochDay();
        double[] peaks = unknown((int) (days.lastKey().toEpochDay() - first) + 1);
        days.forEach((day, hours) -> {
            double[] known = Arrays.stream(hours).filter(value -> !Double.isNaN(value)).toArray();
            if (known.length >= HOURS) {
                peaks[(int) (day.toEpochDay() - first)] = Arrays.stream(known).max().orElseThrow();
            }
        });
        return peaks;
    }

    private void roll(double[] days) {
        for (int origin = ForecastSpec.MOST_DAYS; origin + AHEAD <= days.length; origin += WEEK) {
            double[] known = Arrays.copyOfRange(days, origin - ForecastSpec.MOST_DAYS, origin);
            double[] whole = Arrays.copyOfRange(days, origin - ForecastSpec.MOST_DAYS, origin + AHEAD);
            BackTest past = BackTest.of(known, BackTest.Plan.of(known.length, WEEK));
            BackTest future = BackTest.from(whole, WEEK, AHEAD, List.of(known.length));
            future.errors().forEach(error -> methods.get(error.method()).add(error));
            Optional<MethodError> best = past.best();
            forecasts++;
            if (best.isEmpty()) {
                refused++;
                continue;
            }
            chosen.add(future.error(best.get().method()));
            naive.add(future.error(ForecastMethod.SEASONAL_NAIVE));
            count(Forecast.by(best.get().method(), known, past, WEEK, AHEAD, CONFIDENCE), whole);
        }
    }

    private void count(Forecast forecast, double[] whole) {
        for (int step = 1; step <= AHEAD; step++) {
            double actual = whole[ForecastSpec.MOST_DAYS + step - 1];
            if (!Double.isNaN(actual)) {
                values++;
                held += actual >= forecast.lower(step) && actual <= forecast.upper(step) ? 1 : 0;
            }
        }
    }

    /** Errors of a method over all origins. */
    Sums of(ForecastMethod method) {
        return methods.get(method);
    }

    /** Errors of the methods that were chosen. */
    Sums chosen() {
        return chosen;
    }

    /** Errors of the seasonal naive method from the same origins. */
    Sums naive() {
        return naive;
    }

    /** Share of the forecasts that were not made. */
    double silent() {
        return (double) refused / forecasts;
    }

    /** Share of the values that lay in their intervals. */
    double coverage() {
        return (double) held / values;
    }

    /** Errors of many origins put together, each as often as it has values. */
    static final class Sums {

        private long count;
        private double scaled;
        private double percentage;

        private void add(MethodError error) {
            if (error.forecasts() > 0 && !Double.isNaN(error.mase()) && !Double.isNaN(error.mape())) {
                count += error.forecasts();
                scaled += error.forecasts() * error.mase();
                percentage += error.forecasts() * error.mape();
            }
        }

        double mase() {
            return scaled / count;
        }

        double mape() {
            return percentage / count;
        }
    }
}
