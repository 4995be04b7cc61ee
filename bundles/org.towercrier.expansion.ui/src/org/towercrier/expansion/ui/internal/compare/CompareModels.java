package org.towercrier.expansion.ui.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.towercrier.ui.kit.PropertyFacts.Fact;
import org.towercrier.ui.kit.PropertyFacts.Section;
import org.towercrier.ui.table.TableColumn;

/** Kept plans and their comparison, as tables and facts without a widget. */
final class CompareModels {

    private static final String MBIT = "Mbit/s";

    private CompareModels() {
    }

    static List<TableColumn<Headline>> headlines(Texts texts) {
        return List.of(TableColumn.<Headline>text("name", texts.get("Column_Plan"),
                headline -> name(headline.name(), texts)).wide(180),
                TableColumn.<Headline>time("saved", texts.get("Column_Saved"), headline -> Optional.of(headline.saved())).wide(130),
                TableColumn.<Headline>text("user", texts.get("Column_User"), Headline::user).wide(90),
                TableColumn.<Headline>integer("horizon", texts.get("Form_Horizon"), texts.get("Unit_Months"), Headline::horizon).wide(130),
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

    /** The figures of each plan, one section a plan. */
    static List<Section> facts(Comparison comparison, Texts texts) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        List<Section> sections = new ArrayList<>();
        for (Side side : comparison.plans()) {
            sections.add(new Section(name(side.name(), texts), List.of(
                    Fact.of(texts.get("Column_Cost"), texts.get("Compare_OfBudget", numbers.decimal(side.cost(), 0),
                            numbers.decimal(side.budget(), 0))),
                    Fact.of(texts.get("Column_Relief"), numbers.measure(side.relief(), 1, MBIT)),
                    Fact.of(texts.get("Curve_Value"), numbers.measure(side.value(), 1, MBIT)),
                    Fact.of(texts.get("Facts_Gap"),
                            side.gap().isPresent() ? numbers.percent(side.gap().getAsDouble(), 2) : texts.get("Facts_None")),
                    Fact.of(texts.get("Facts_Actions"), comparison.plans().size() == 1 ? numbers.integer(side.actions())
                            : texts.get("Compare_OnlyHere", numbers.integer(side.actions()), numbers.integer(side.onlyHere().size()))))));
        }
        return sections;
    }

    /** The actions; beside what they are, for each plan what they cost and relieve there. */
    static List<TableColumn<Line>> lines(Comparison comparison, Ground ground, Texts texts) {
        List<Side> sides = comparison.plans();
        List<TableColumn<Line>> columns = new ArrayList<>(List.of(
                TableColumn.<Line>text("cell", texts.get("Column_Cell"), line -> ground.cell(line.cell())).wide(170),
                TableColumn
                        .<Line>text("action", texts.get("Column_Action"),
                                line -> Names.action(texts, line.action(), Optional.ofNullable(comparison.kinds().get(line.action()))))
                        .wide(140)));
        if (sides.size() > 1) {
            columns.add(TableColumn.<Line>choice("in", texts.get("Compare_In"), List.of(), line -> in(line, sides, texts)).wide(170));
        }
        for (int i = 0; i < sides.size(); i++) {
            int side = i;
            columns.add(TableColumn.<Line>number("cost" + i, texts.get("Compare_CostIn", name(sides.get(i).name(), texts)), "", 0,
                    line -> line.in().get(side).map(Chosen::cost).orElse(Double.NaN)).wide(150));
            columns.add(TableColumn.<Line>number("relief" + i, texts.get("Compare_ReliefIn", name(sides.get(i).name(), texts)), MBIT, 1,
                    line -> line.in().get(side).map(Chosen::relief).orElse(Double.NaN)).wide(190));
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
        return names.size() == 1 ? texts.get("Compare_Only", names.getFirst()) : names.stream().collect(Collectors.joining(", "));
    }
}
