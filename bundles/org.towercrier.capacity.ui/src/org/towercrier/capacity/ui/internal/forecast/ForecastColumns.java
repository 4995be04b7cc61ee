package org.towercrier.capacity.ui.internal.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.forecast.LoadForecast;
import org.towercrier.capacity.forecast.LoadForecast.Crossing;
import org.towercrier.capacity.forecast.Standing;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.statistics.forecast.ForecastMethod;
import org.towercrier.statistics.forecast.MethodError;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;

/** The columns of the table of forecasts. */
final class ForecastColumns {

    private static final String OPEN = "…";

    /**
     * A row.
     *
     * @param forecast the forecast
     * @param name     name of the cell or sector for people
     * @param kpi      name of the figure for people
     */
    record Row(LoadForecast forecast, String name, String kpi) {

        Optional<Crossing> crossing() {
            return forecast.crossing();
        }

        String key() {
            return forecast.subject().object() + '\n' + forecast.rule();
        }
    }

    private ForecastColumns() {
    }

    static List<TableColumn<Row>> of(Texts texts) {
        List<String> standings = Arrays.stream(Standing.values()).map(standing -> texts.get("Standing_" + standing)).toList();
        return List.of(TableColumn.<Row>text("name", texts.get("Forecast_Object"), Row::name).wide(190),
                TableColumn.<Row>choice("standing", texts.get("Forecast_Standing"), standings,
                        row -> texts.get("Standing_" + row.forecast().standing())).wide(150)
                        .marked(row -> severity(row.forecast().standing())),
                TableColumn.<Row>text("expected", texts.get("Forecast_Expected"), row -> day(row.crossing().flatMap(Crossing::expected)))
                        .wide(110),
                TableColumn.<Row>text("interval", texts.get("Forecast_Interval"), ForecastColumns::interval).wide(190),
                TableColumn.<Row>number("level", texts.get("Forecast_Load"), "", 1, row -> row.forecast().level()).wide(80),
                TableColumn.<Row>number("limit", texts.get("Forecast_Limit"), "", 1, row -> row.forecast().limit()).wide(80),
                TableColumn.<Row>number("growth", texts.get("Forecast_Growth"), "", 2, row -> row.forecast().growth()).wide(110),
                TableColumn.<Row>choice("method", texts.get("Forecast_Method"), List.of(), row -> method(row, texts)).wide(150),
                TableColumn.<Row>number("mase", texts.get("Forecast_Error"), "", 2, ForecastColumns::chosen).wide(100),
                TableColumn.<Row>number("naive", texts.get("Forecast_Naive"), "", 2,
                        row -> error(row, ForecastMethod.SEASONAL_NAIVE)).wide(110),
                TableColumn.<Row>text("reason", texts.get("Forecast_Reason"), row -> reason(row, texts)).wide(520),
                TableColumn.<Row>text("kpi", texts.get("Forecast_Kpi"), Row::kpi).hidden(),
                TableColumn.<Row>text("cells", texts.get("Part_Cells"), row -> String.join(", ", row.forecast().subject().cells()))
                        .hidden(),
                TableColumn.<Row>text("object", texts.get("Column_Id"), row -> row.forecast().subject().object()).hidden());
    }

    private static Optional<Severity> severity(Standing standing) {
        return switch (standing) {
            case CROSSES -> Optional.of(Severity.WARNING);
            case REACHED -> Optional.of(Severity.MAJOR);
            case UNCERTAIN, FAR, LOSES, TOO_SHORT, GAPS, NOT_MEASURED -> Optional.empty();
        };
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String interval(Row row) {
        Optional<LocalDate> earliest = row.crossing().flatMap(Crossing::earliest);
        Optional<LocalDate> latest = row.crossing().flatMap(Crossing::latest);
        return earliest.map(from -> from + " – " + latest.map(LocalDate::toString).orElse(OPEN)).orElse("");
    }

    private static String method(Row row, Texts texts) {
        return row.forecast().forecast().map(forecast -> Sentence.of("forecast.name." + forecast.method()).text(texts.locale())).orElse("");
    }

    private static double chosen(Row row) {
        return row.forecast().forecast().map(forecast -> error(row, forecast.method())).orElse(Double.NaN);
    }

    private static double error(Row row, ForecastMethod method) {
        return row.forecast().errors().stream().filter(error -> error.method() == method).mapToDouble(MethodError::mase).findFirst()
                .orElse(Double.NaN);
    }

    /** The first sentence, with the name of the figure for people. */
    static String reason(Row row, Texts texts) {
        return named(row.forecast().sentences().getFirst(), row).text(texts.locale());
    }

    static Sentence named(Sentence sentence, Row row) {
        return new Sentence(sentence.key(), sentence.arguments().stream()
                .map(argument -> row.forecast().kpi().equals(argument) ? row.kpi() : argument).toList());
    }
}
