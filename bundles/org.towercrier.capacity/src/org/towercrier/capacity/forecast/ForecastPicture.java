package org.towercrier.capacity.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Reading;
import org.towercrier.capacity.forecast.LoadForecast.Crossing;
import org.towercrier.statistics.forecast.Forecast;

/**
 * A forecast as it is drawn, whether it was just computed or comes from the evidence of an alarm.
 *
 * @param kpi      name of the figure
 * @param unit     its unit
 * @param limit    the limit
 * @param past     what was measured
 * @param ahead    what is to be expected
 * @param crossing when the limit is reached, absent when it is not forecast to be
 */
public record ForecastPicture(String kpi, String unit, double limit, List<Past> past, List<Ahead> ahead, Optional<Crossing> crossing) {

    /** Name of the forecast figure in the readings of days to come. */
    public static final String FORECAST = "forecast";
    /** Lower end of its interval. */
    public static final String LOWER = "lower";
    /** Upper end of its interval. */
    public static final String UPPER = "upper";
    /** Mean of the week about the day, which is what reaches the limit. */
    public static final String LEVEL = "level";

    private static final String CROSSES = "forecast.crosses";
    private static final int EXPECTED = 3;
    private static final int EARLIEST = 5;
    private static final int LATEST = 6;

    /**
     * A day that was measured.
     *
     * @param start its begin
     * @param value the figure in its busy hour
     */
    public record Past(Instant start, double value) {
    }

    /**
     * A day to come.
     *
     * @param start its begin
     * @param value the figure to be expected in its busy hour
     * @param lower lower end of its interval
     * @param upper upper end of its interval
     * @param level mean of the week about the day
     */
    public record Ahead(Instant start, double value, double lower, double upper, double level) {
    }

    public ForecastPicture {
        past = List.copyOf(past);
        ahead = List.copyOf(ahead);
    }

    /** Of the evidence of an alarm; empty when that is not about a forecast. */
    public static Optional<ForecastPicture> of(Evidence evidence) {
        List<Past> past = new ArrayList<>();
        List<Ahead> ahead = new ArrayList<>();
        for (Reading reading : evidence.readings()) {
            Double value = reading.values().get(FORECAST);
            if (value != null) {
                ahead.add(new Ahead(reading.start(), value, figure(reading, LOWER), figure(reading, UPPER), figure(reading, LEVEL)));
            } else if (reading.values().containsKey(evidence.kpi())) {
                past.add(new Past(reading.start(), figure(reading, evidence.kpi())));
            }
        }
        if (ahead.isEmpty() || evidence.limits().isEmpty()) {
            return Optional.empty();
        }
        Optional<Crossing> crossing = evidence.sentences().stream().filter(sentence -> sentence.key().startsWith(CROSSES)).findFirst()
                .map(sentence -> new Crossing(date(sentence.arguments(), EARLIEST), date(sentence.arguments(), EXPECTED),
                        sentence.key().equals(CROSSES) ? date(sentence.arguments(), LATEST) : Optional.empty()));
        return Optional
                .of(new ForecastPicture(evidence.kpi(), evidence.unit(), evidence.limits().getFirst().value(), past, ahead, crossing));
    }

    private static double figure(Reading reading, String name) {
        return reading.values().getOrDefault(name, Double.NaN);
    }

    private static Optional<LocalDate> date(List<Object> arguments, int index) {
        try {
            return index < arguments.size() ? Optional.of(LocalDate.parse(arguments.get(index).toString())) : Optional.empty();
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /**
     * Of a forecast.
     *
     * @param zone whose days
     * @param days how many days ahead, at most
     */
    public static ForecastPicture of(LoadForecast forecast, ZoneId zone, int days) {
        List<Past> past = new ArrayList<>();
        double[] history = forecast.history();
        for (int i = 0; i < history.length; i++) {
            if (!Double.isNaN(history[i])) {
                past.add(new Past(forecast.firstDay().plusDays(i).atStartOfDay(zone).toInstant(), history[i]));
            }
        }
        List<Ahead> ahead = new ArrayList<>();
        forecast.forecast().ifPresent(found -> {
            for (int step = 1; step <= Math.min(days, found.horizon()); step++) {
                ahead.add(ahead(found, step, forecast.lastDay().plusDays(step).atStartOfDay(zone).toInstant()));
            }
        });
        return new ForecastPicture(forecast.kpi(), forecast.unit(), forecast.limit(), past, ahead, forecast.crossing());
    }

    private static Ahead ahead(Forecast forecast, int step, Instant start) {
        return new Ahead(start, forecast.value(step), forecast.lower(step), forecast.upper(step), forecast.level(step));
    }
}
