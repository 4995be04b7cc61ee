package org.towercrier.customer.ui.internal.figure.retention;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.towercrier.customer.Retention.AtRisk;
import org.towercrier.customer.Retention.Ending;
import org.towercrier.customer.Retention.Reason;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.HeatFigure;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.table.TableColumn;

/** Figures and columns of keeping customers, without a widget. */
final class RetentionFigures {

    static final String TENURE = "tenure";
    static final String AREA = "area";
    private static final int DIGITS = 2;

    private final FigureTexts texts;
    private final NumberFormats numbers;

    RetentionFigures(FigureTexts texts, NumberFormats numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** One of four groups. @param fresh with us for less than a year @param competitive where others compete */
    record Group(boolean fresh, boolean competitive) {

        boolean holds(AtRisk each) {
            return each.newCustomer() == fresh && each.competitive() == competitive;
        }
    }

    /** The columns of a list of customers at risk. */
    static List<TableColumn<AtRisk>> columns(FigureTexts texts) {
        List<String> reasons = Stream.of(Reason.values()).map(each -> texts.get("Reason_" + each)).toList();
        List<String> tenures = List.of(texts.get("Retention_New"), texts.get("Retention_Old"));
        List<String> areas = List.of(texts.get("Retention_Competitive"), texts.get("Retention_Alone"));
        return List.of(
                TableColumn.<AtRisk>text("customer", texts.get("Retention_Customer"), AtRisk::customer).wide(130),
                TableColumn.<AtRisk>number("spend", texts.get("Retention_Spend"), texts.get("Unit_AMonth"), DIGITS,
                        each -> each.spend().orElse(Double.NaN)).wide(120),
                TableColumn.<AtRisk>choice("why", texts.get("Retention_Why"), reasons, each -> texts.get("Reason_" + each.why())).wide(120),
                TableColumn.<AtRisk>text("reason", texts.get("Retention_Reason"), AtRisk::reason).wide(330),
                TableColumn.<AtRisk>text("action", texts.get("Retention_Action"), AtRisk::action).wide(420),
                TableColumn.<AtRisk>choice(TENURE, texts.get("Retention_Tenure"), tenures,
                        each -> texts.get(each.newCustomer() ? "Retention_New" : "Retention_Old")).wide(110),
                TableColumn.<AtRisk>choice(AREA, texts.get("Retention_Area"), areas,
                        each -> texts.get(each.competitive() ? "Retention_Competitive" : "Retention_Alone")).wide(150),
                TableColumn.<AtRisk>number("silent", texts.get("Retention_Silent"), texts.get("Unit_Months"), 0,
                        each -> each.silent().map(Integer::doubleValue).orElse(Double.NaN)).hidden(),
                TableColumn.<AtRisk>number("usual", texts.get("Retention_Usual"), texts.get("Unit_Months"), 0,
                        each -> each.usual().map(Integer::doubleValue).orElse(Double.NaN)).hidden());
    }

    /** New and old customers where others compete and where not: how many, and what is at stake. */
    HeatFigure summary(List<AtRisk> all) {
        List<HeatFigure.Row> rows = new ArrayList<>();
        for (boolean fresh : List.of(true, false)) {
            List<Optional<HeatFigure.Field>> fields = new ArrayList<>();
            for (boolean competitive : List.of(true, false)) {
                Group group = new Group(fresh, competitive);
                List<AtRisk> own = all.stream().filter(group::holds).toList();
                double spend = own.stream().mapToDouble(each -> each.spend().orElse(0.0)).sum();
                List<String> tip = new ArrayList<>();
                tip.add(texts.get(fresh ? "Retention_New" : "Retention_Old") + ", "
                        + texts.get(competitive ? "Retention_Competitive" : "Retention_Alone"));
                tip.add(texts.get("Retention_Count", numbers.integer(own.size()), numbers.decimal(spend, DIGITS)));
                for (Reason reason : Reason.values()) {
                    long count = own.stream().filter(each -> each.why() == reason).count();
                    if (count > 0) {
                        tip.add(texts.get("Reason_" + reason) + "  " + numbers.integer(count));
                    }
                }
                fields.add(Optional
                        .of(new HeatFigure.Field(spend, numbers.integer(own.size()), numbers.compact(spend),
                                tip, Optional.of(group))));
            }
            rows.add(new HeatFigure.Row(texts.get(fresh ? "Retention_New" : "Retention_Old"), fields));
        }
        return new HeatFigure(texts.get("Retention_Summary"), "", List.of(texts.get("Retention_Competitive"), texts.get("Retention_Alone")),
                rows,
                new Axis(texts.get("Retention_SpendAMonth"), ""));
    }

    /** When contracts end, months by years. @param chosen the month whose customers are listed */
    HeatFigure calendar(Map<LocalDate, Ending> months, Optional<LocalDate> chosen) {
        TreeMap<Integer, List<Optional<HeatFigure.Field>>> years = new TreeMap<>();
        months.forEach((month, ending) -> {
            List<Optional<HeatFigure.Field>> year = years.computeIfAbsent(month.getYear(), each -> new ArrayList<>(
                    java.util.Collections.nCopies(Month.values().length, Optional.<HeatFigure.Field>empty())));
            List<String> tip = List.of(month.toString().substring(0, 7), texts.get("Contracts_Count", numbers.integer(ending.contracts())),
                    texts.get("Contracts_Spend", numbers.decimal(ending.monthlySpend(), DIGITS)));
            year.set(month.getMonthValue() - 1, Optional.of(new HeatFigure.Field(ending.contracts(), numbers.integer(ending.contracts()),
                    ending.contracts() == 0 ? "" : numbers.compact(ending.monthlySpend()), tip, Optional.of(month))));
        });
        List<String> names = Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.SHORT_STANDALONE, texts.locale()))
                .toList();
        String title = chosen.map(month -> texts.get("Contracts_TitleOf", month.toString().substring(0, 7)))
                .orElseGet(() -> texts.get("Contracts_Title"));
        return new HeatFigure(title, texts.get("Contracts_Year"), names,
                years.entrySet().stream().map(year -> new HeatFigure.Row(year.getKey().toString(), year.getValue())).toList(),
                new Axis(texts.get("Contracts_Scale"), ""));
    }
}
