package org.towercrier.expansion.ui.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.ExpansionPlans.Comparison;
import org.towercrier.expansion.ExpansionPlans.Headline;
import org.towercrier.expansion.ExpansionPlans.Line;
import org.towercrier.expansion.ExpansionPlans.Side;
import org.towercrier.expansion.ui.internal.Names;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.table.TableColumn;

/** Kept plans and their comparison, as tables and facts without a widget. */
final class CompareModels {

    private static final String MBIT = "Mbit/s";

    /** With more plans their columns say better than a list of names in which of them an action is. */
    private static final int MANY = 2;

    private CompareModels() {
    }

    static List<TableColumn<Headline>> headlines(Texts texts) {
        return List.of(TableColumn.<Headline>text("name", texts.get("Column_Plan"),
                headline -> name(headline.name(), texts)).wide(180),
                TableColumn.<Headline>time("saved", texts.get("Column_Saved"), headline -> Optional.of(headline.saved())).wide(130),
                TableColumn.<Headline>text("user", texts.get("Column_User"), Headline::user).wide(90),
                TableColumn.<Headline>number("horizon", texts.get("Form_Horizon"), texts.get("Unit_Months"), 0,
                        headline -> headline.horizon() > 0 ? headline.horizon() : Double.NaN).wide(130),
                TableColumn.<Headline>number("budget", texts.get("Column_Budget"), "", 0, Headline::budget),
                TableColumn.<Headline>number("cost", texts.get("Column_Cost"), "", 0, Headline::cost),
                TableColumn.<Headline>text("currency", texts.get("Column_Currency"), Headline::currency).wide(76),
                TableColumn.<Headline>number("relief", texts.get("Column_Relief"), MBIT, 1, Headline::relief).wide(120),
                TableColumn.<Headline>number("value", texts.get("Curve_Value"), MBIT, 1, Headline::value).wide(150),
                TableColumn.<Headline>text("note", texts.get("Column_Note"), Headline::note).hidden());
    }

    /** A plan's name; the one made last without a name is called so. */
    static String name(String name, Texts texts) {
        return ExpansionPlans.LAST.equals(name) ? texts.get("Compare_Last") : name;
    }

    /** A figure of all plans. @param label what it is @param values as they are shown, one a plan */
    record Figure(String label, List<String> values) {

        Figure {
            values = List.copyOf(values);
        }
    }

    /** The figures of the plans side by side. @param currency of the amounts */
    static List<Figure> figures(Comparison comparison, String currency, Texts texts) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(comparison, unit(texts.get("Column_Budget"), currency), side -> numbers.decimal(side.budget(), 0)));
        figures.add(figure(comparison, unit(texts.get("Column_Cost"), currency), side -> numbers.decimal(side.cost(), 0)));
        figures.add(figure(comparison, unit(texts.get("Column_Relief"), MBIT), side -> numbers.decimal(side.relief(), 1)));
        figures.add(figure(comparison, unit(texts.get("Curve_Value"), MBIT), side -> numbers.decimal(side.value(), 1)));
        figures.add(figure(comparison, unit(texts.get("Column_CostOfRelief"), currency),
                side -> numbers.decimal(side.relief() > 0 ? side.cost() / side.relief() : Double.NaN, 0)));
        figures.add(figure(comparison, texts.get("Facts_Gap"),
                side -> side.gap().isPresent() ? numbers.percent(side.gap().getAsDouble(), 2) : texts.get("Facts_None")));
        figures.add(figure(comparison, texts.get("Facts_Actions"), side -> numbers.integer(side.actions())));
        if (comparison.plans().size() > 1) {
            figures.add(figure(comparison, texts.get("Compare_OnlyHere"), side -> numbers.integer(side.onlyHere().size())));
        }
        return figures;
    }

    private static Figure figure(Comparison comparison, String label, Function<Side, String> value) {
        return new Figure(label, comparison.plans().stream().map(value).toList());
    }

    private static String unit(String label, String unit) {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }

    /** The actions; beside what they are, for each plan what they relieve and cost there. @param currency of the amounts */
    static List<TableColumn<Line>> lines(Comparison comparison, String currency, Ground ground, Texts texts) {
        List<Side> sides = comparison.plans();
        List<TableColumn<Line>> columns = new ArrayList<>(List.of(
                TableColumn.<Line>text("cell", texts.get("Column_Cell"), line -> ground.cell(line.cell())).wide(170),
                TableColumn
                        .<Line>text("action", texts.get("Column_Action"),
                                line -> Names.action(texts, line.action(), Optional.ofNullable(comparison.kinds().get(line.action()))))
                        .wide(140)));
        if (sides.size() > 1) {
            columns.add(TableColumn.<Line>choice("in", texts.get("Compare_In"), List.of(), line -> in(line, sides, texts)).wide(130));
        }
        for (int i = 0; i < sides.size(); i++) {
            int side = i;
            String plan = name(sides.get(i).name(), texts);
            columns.add(TableColumn.<Line>number("relief" + i, sides.size() == 1 ? texts.get("Column_Relief") : plan, MBIT, 1,
                    line -> line.in().get(side).map(Chosen::relief).orElse(Double.NaN)).wide(146));
        }
        for (int i = 0; i < sides.size(); i++) {
            int side = i;
            String plan = name(sides.get(i).name(), texts);
            TableColumn<Line> cost = TableColumn.<Line>number("cost" + i,
                    sides.size() == 1 ? texts.get("Column_Cost") : texts.get("Compare_CostIn", plan), currency, 0,
                    line -> line.in().get(side).map(Chosen::cost).orElse(Double.NaN)).wide(170);
            columns.add(cost);
        }
        columns.add(TableColumn.<Line>text("id", texts.get("Column_Id"), Line::id).hidden());
        return columns;
    }

    /** In which of the plans an action is. */
    static String in(Line line, List<Side> sides, Texts texts) {
        List<String> names = IntStream.range(0, sides.size()).filter(i -> line.in().get(i).isPresent())
                .mapToObj(i -> name(sides.get(i).name(), texts))
                .toList();
        if (names.size() == sides.size()) {
            return texts.get("Compare_InAll");
        }
        if (names.size() == 1) {
            return texts.get("Compare_Only", names.getFirst());
        }
        return sides.size() > MANY ? texts.get("Compare_InSome", names.size(), sides.size()) : String.join(", ", names);
    }
}
