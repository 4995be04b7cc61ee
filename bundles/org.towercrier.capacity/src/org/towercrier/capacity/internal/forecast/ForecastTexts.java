package org.towercrier.capacity.internal.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.forecast.LoadForecast;
import org.towercrier.capacity.forecast.LoadForecast.Crossing;
import org.towercrier.capacity.forecast.LoadForecast.Subject;
import org.towercrier.statistics.forecast.Forecast;
import org.towercrier.statistics.forecast.ForecastMethod;
import org.towercrier.statistics.forecast.MethodError;

/** Says what a forecast comes to, and by what arithmetic. */
public final class ForecastTexts {

    private static final double PERCENT = 100;

    private final ForecastSpec spec;
    private final Subject subject;

    /** About a subject, by a rule. */
    public ForecastTexts(ForecastSpec spec, Subject subject) {
        this.spec = spec;
        this.subject = subject;
    }

    /** The forecast with its sentences. */
    public LoadForecast describe(Outlook outlook) {
        return new LoadForecast(subject, spec.rule(), spec.kpi().name(), spec.kpi().unit(), spec.limit(),
                LocalDate.ofEpochDay(outlook.loads().firstDay()), outlook.loads().values(), outlook.standing(), outlook.level(),
                ForecastSpec.WEEK * outlook.trend().slope(),
                Double.isNaN(outlook.trend().slope()) ? Double.NaN : outlook.trend().growthProbability(), outlook.forecast(),
                outlook.errors(), crossing(outlook), sentences(outlook));
    }

    /** The crossing in days of the calendar. */
    public static Optional<Crossing> crossing(Outlook outlook) {
        return outlook.crossing().map(steps -> new Crossing(day(outlook, steps.earliest()), day(outlook, steps.median()),
                day(outlook, steps.latest())));
    }

    private static Optional<LocalDate> day(Outlook outlook, OptionalInt step) {
        return step.isPresent() ? Optional.of(LocalDate.ofEpochDay(outlook.loads().lastDay() + (long) step.getAsInt()))
                : Optional.empty();
    }

    /** What there is to say, the most important first. */
    public List<Sentence> sentences(Outlook outlook) {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(standing(outlook));
        if (subject.sector()) {
            sentences.add(Sentence.of("forecast.sector", subject.cells().size(), String.join(", ", subject.cells())));
        }
        if (!Double.isNaN(outlook.level()) && !Double.isNaN(outlook.trend().slope())) {
            sentences.add(Sentence.of("forecast.level", LocalDate.ofEpochDay(outlook.loads().lastDay()).toString(), outlook.level(),
                    spec.kpi().unit(), ForecastSpec.WEEK * outlook.trend().slope(), PERCENT * outlook.trend().growthProbability()));
        }
        outlook.forecast().ifPresent(forecast -> {
            sentences.add(Sentence.of("forecast.method." + forecast.method()));
            sentences.add(Sentence.of("forecast.backtest", forecast.backTest().origins().size(), forecast.backTest().horizon(),
                    ForecastSpec.WEEK, PERCENT * forecast.confidence()));
        });
        outlook.errors().stream().filter(error -> !Double.isNaN(error.mase())).forEach(error -> sentences.add(error(error)));
        return sentences;
    }

    private static Sentence error(MethodError error) {
        String key = "forecast.error." + error.method();
        // A load of zero has no percentage: the symmetric one is always known.
        return Sentence.of(key, error.mase(), Double.isNaN(error.mape()) ? error.smape() : error.mape());
    }

    private Sentence standing(Outlook outlook) {
        String kpi = spec.kpi().name();
        String unit = spec.kpi().unit();
        int known = known(outlook, 0);
        return switch (outlook.standing()) {
            case CROSSES -> crosses(outlook);
            case REACHED -> Sentence.of("forecast.reached", kpi, outlook.level(), unit, spec.limit());
            case UNCERTAIN -> outlook.grows(spec)
                    ? Sentence.of("forecast.uncertain.slope", kpi, spec.limit(), unit, expected(outlook), spec.horizon())
                    : Sentence.of("forecast.uncertain", kpi, spec.limit(), unit, expected(outlook),
                            PERCENT * outlook.trend().growthProbability());
            case FAR -> Sentence.of("forecast.far", kpi, spec.limit(), unit, spec.horizon());
            case LOSES -> Sentence.of("forecast.silent.LOSES", kpi);
            case TOO_SHORT -> Sentence.of("forecast.silent.TOO_SHORT", known, spec.minimumHistory());
            case GAPS -> Sentence.of("forecast.silent.GAPS", known, outlook.loads().values().length,
                    known(outlook, outlook.loads().values().length - ForecastSpec.WEEK));
            case NOT_MEASURED -> notMeasured(spec);
        };
    }

    /** That the figure is not measured. */
    public static Sentence notMeasured(ForecastSpec spec) {
        return Sentence.of("forecast.silent.NOT_MEASURED", spec.kpi().name());
    }

    private Sentence crosses(Outlook outlook) {
        Forecast forecast = outlook.forecast().orElseThrow();
        Crossing crossing = crossing(outlook).orElseThrow();
        String earliest = crossing.earliest().map(LocalDate::toString).orElse("");
        return crossing.latest()
                .map(latest -> Sentence.of("forecast.crosses", spec.kpi().name(), spec.limit(), spec.kpi().unit(), expected(outlook),
                        PERCENT * forecast.confidence(), earliest, latest.toString()))
                .orElseGet(() -> Sentence.of("forecast.crosses.open", spec.kpi().name(), spec.limit(), spec.kpi().unit(),
                        expected(outlook), PERCENT * forecast.confidence(), earliest, forecast.horizon()));
    }

    private static String expected(Outlook outlook) {
        return crossing(outlook).flatMap(Crossing::expected).map(LocalDate::toString).orElse("");
    }

    private static int known(Outlook outlook, int begin) {
        int count = 0;
        double[] values = outlook.loads().values();
        for (int i = Math.max(0, begin); i < values.length; i++) {
            count += Double.isNaN(values[i]) ? 0 : 1;
        }
        return count;
    }

    /** Name of a method for people. */
    public static Sentence name(ForecastMethod method) {
        return Sentence.of("forecast.name." + method);
    }
}
