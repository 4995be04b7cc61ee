package org.towercrier.capacity.ui.internal.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.towercrier.capacity.forecast.ForecastPicture;
import org.towercrier.capacity.forecast.ForecastPicture.Ahead;
import org.towercrier.capacity.forecast.ForecastPicture.Past;
import org.towercrier.capacity.forecast.LoadForecast.Crossing;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.ui.chart.ChartModel;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Severity;

/** What was measured, what is to be expected with its interval, the limit and the days on which it is reached; without a widget. */
public final class ForecastChart {

    /** Two days without a busy hour are not bridged. */
    private static final double GAP = Duration.ofHours(60).toSeconds();
    private static final double ONE_DAY = Duration.ofDays(1).toSeconds();

    private ForecastChart() {
    }

    /**
     * The chart of a forecast.
     *
     * @param title what it is about
     * @param label the figure's name for people
     * @param zone  whose days
     */
    public static ChartModel of(ForecastPicture picture, String title, String label, Texts texts, ZoneId zone) {
        List<Past> past = picture.past();
        List<Ahead> ahead = picture.ahead();
        List<ChartModel.Series> series = new ArrayList<>();
        series.add(ChartModel.Series.of(ChartModel.Kind.LINE, label, places(past.stream().map(Past::start).toList()),
                past.stream().mapToDouble(Past::value).toArray(), 0));
        if (!ahead.isEmpty()) {
            series.add(series(texts.get("Forecast_Line"), ahead, Ahead::value, 1));
            series.add(series(texts.get("Forecast_Level"), ahead, Ahead::level, 2));
        }
        String unit = "1".equals(picture.unit()) ? "" : picture.unit();
        NumberFormats numbers = NumberFormats.of(texts.locale());
        ChartModel model = ChartModel.overTime(title, label, unit, GAP, series.toArray(ChartModel.Series[]::new))
                .with(new ChartModel.Threshold(picture.limit(), numbers.measure(picture.limit(), 1, unit), Optional.of(Severity.WARNING)));
        if (!ahead.isEmpty()) {
            model = model.with(new ChartModel.Band(texts.get("Forecast_Band"), places(ahead.stream().map(Ahead::start).toList()),
                    column(ahead, Ahead::lower), column(ahead, Ahead::upper)));
        }
        Optional<ChartModel.Span> span = picture.crossing().flatMap(crossing -> span(crossing, ahead, texts, zone));
        return span.isPresent() ? model.with(span.get()) : model;
    }

    /** The day expected, labelled with it. */
    private static Optional<ChartModel.Span> span(Crossing crossing, List<Ahead> ahead, Texts texts, ZoneId zone) {
        if (crossing.expected().isEmpty() || ahead.isEmpty()) {
            return Optional.empty();
        }
        double end = ahead.getLast().start().getEpochSecond() + ONE_DAY;
        double from = second(crossing.expected().get(), zone);
        String label = texts.get("Forecast_Crossing", crossing.expected().get().toString());
        return from < end ? Optional.of(new ChartModel.Span(from, from + ONE_DAY, label)) : Optional.empty();
    }

    private static double second(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    private static ChartModel.Series series(String name, List<Ahead> ahead, ToDoubleFunction<Ahead> value, int colour) {
        return ChartModel.Series.of(ChartModel.Kind.LINE, name, places(ahead.stream().map(Ahead::start).toList()), column(ahead, value),
                colour);
    }

    private static double[] places(List<Instant> starts) {
        return starts.stream().mapToDouble(Instant::getEpochSecond).toArray();
    }

    private static double[] column(List<Ahead> ahead, ToDoubleFunction<Ahead> value) {
        return ahead.stream().mapToDouble(value).toArray();
    }
}
