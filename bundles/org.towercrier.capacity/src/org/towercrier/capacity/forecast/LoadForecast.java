package org.towercrier.capacity.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.statistics.forecast.Forecast;
import org.towercrier.statistics.forecast.MethodError;

/**
 * The busy-hour load of a cell or physical sector, and what is to be expected of it.
 *
 * @param subject   whose load
 * @param rule      by which rule
 * @param kpi       name of the figure
 * @param unit      its unit
 * @param limit     the limit, in that unit
 * @param firstDay  local day of the first value
 * @param history   the figure in the busy hour of each day, NaN for days that are not covered by measurements
 * @param standing  what it comes to
 * @param level     mean of the last seven days; NaN when none of them is known
 * @param growth    growth in a week by the seasonal Kendall slope; NaN when unknown
 * @param chance    probability of so much growth in a load that does not grow; NaN when unknown
 * @param forecast  the forecast, absent when {@link Standing#silent() silent}
 * @param errors    how far each method was off in the back-test, empty when there was none
 * @param crossing  when the level reaches the limit, absent without a forecast or once it has
 * @param sentences what there is to say, the most important first
 */
public record LoadForecast(Subject subject, String rule, String kpi, String unit, double limit, LocalDate firstDay, double[] history,
        Standing standing, double level, double growth, double chance, Optional<Forecast> forecast, List<MethodError> errors,
        Optional<Crossing> crossing, List<Sentence> sentences) {

    /**
     * A cell or a physical sector.
     *
     * @param object name of the measured object, or of the sector
     * @param cell   id of the cell; of a sector the first of its cells
     * @param cells  ids of the cells
     * @param sector whether it is a physical sector
     */
    public record Subject(String object, String cell, List<String> cells, boolean sector) {

        public Subject {
            Objects.requireNonNull(object, "object");
            Objects.requireNonNull(cell, "cell");
            cells = List.copyOf(cells);
        }
    }

    /**
     * When a limit is reached.
     *
     * @param earliest first day on which the upper end of the prediction interval has reached it
     * @param expected first day on which the forecast itself has
     * @param latest   first day on which the lower end has; each is absent when it does not within the days forecast
     */
    public record Crossing(Optional<LocalDate> earliest, Optional<LocalDate> expected, Optional<LocalDate> latest) {
    }

    public LoadForecast {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(standing, "standing");
        history = history.clone();
        errors = List.copyOf(errors);
        sentences = List.copyOf(sentences);
    }

    /** The busy-hour figures. */
    @Override
    public double[] history() {
        return history.clone();
    }

    /** Local day of the last value, from which the forecast starts. */
    public LocalDate lastDay() {
        return firstDay.plusDays(history.length - 1L);
    }

    /** Number of days with a value. */
    public int knownDays() {
        return (int) Arrays.stream(history).filter(value -> !Double.isNaN(value)).count();
    }

    /**
     * The level to be expected on a day: the mean of the week around it.
     *
     * @return empty without a forecast, for days up to the last one measured and beyond the days forecast
     */
    public OptionalDouble levelOn(LocalDate day) {
        return step(day).isPresent() ? OptionalDouble.of(forecast.orElseThrow().level(step(day).getAsInt())) : OptionalDouble.empty();
    }

    /** The upper end of the level's prediction interval on a day; empty as for {@link #levelOn}. */
    public OptionalDouble upperLevelOn(LocalDate day) {
        return step(day).isPresent() ? OptionalDouble.of(forecast.orElseThrow().levelUpper(step(day).getAsInt()))
                : OptionalDouble.empty();
    }

    private OptionalInt step(LocalDate day) {
        long step = day.toEpochDay() - lastDay().toEpochDay();
        return forecast.isPresent() && step >= 1 && step <= forecast.get().horizon() ? OptionalInt.of((int) step) : OptionalInt.empty();
    }
}
