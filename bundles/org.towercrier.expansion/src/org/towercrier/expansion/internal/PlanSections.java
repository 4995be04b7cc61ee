package org.towercrier.expansion.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.towercrier.expansion.Diagnosis;

import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.NotChosen;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.ExpansionPlan.Point;
import org.towercrier.report.Chart;
import org.towercrier.report.Chart.Style;
import org.towercrier.report.Facts;
import org.towercrier.report.Facts.Fact;
import org.towercrier.report.Grid;
import org.towercrier.report.Grid.Column;
import org.towercrier.report.Paragraph;
import org.towercrier.report.Report;
import org.towercrier.report.Section;
import org.towercrier.report.Tone;

/** A plan as sections of a report. */
public final class PlanSections {

    private static final String MEGABITS = "Mbit/s";
    private static final int BRIEF = 10;

    private final ExpansionPlan plan;
    private final Texts texts;

    /** @param texts of the language */
    public PlanSections(ExpansionPlan plan, Texts texts) {
        this.plan = plan;
        this.texts = texts;
    }

    /** The whole report. @param name under which the plan is kept */
    public Report report(Optional<String> name) {
        String about = name.filter(some -> !some.equals(ExpansionPlans.LAST))
                .map(some -> texts.text("Report_Subtitle", some, plan.horizon()))
                .orElseGet(() -> texts.text("Report_Unnamed", plan.horizon()));
        Map<String, Object> figures = new LinkedHashMap<>();
        name.ifPresent(some -> figures.put("plan", some));
        figures.put("cost", plan.cost());
        figures.put("relief", plan.value());
        figures.put("mbit", plan.relief());
        List<Section> sections = new ArrayList<>(
                List.of(summary(100), actions(200), diagnoses(300), whyNot(400), sources(500)));
        terms(150).ifPresent(sections::add);
        return new Report(texts.text("Report_Title"), about, notices(), sections, figures);
    }

    /** What the reader must know first. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (plan.synthetic()) {
            notices.add(texts.text("Plan_Synthetic"));
        }
        plan.notes().forEach(note -> notices.add(texts.text(note)));
        return notices;
    }

    Section summary(int order) {
        Facts facts = Facts.of(new Fact(texts.text("Column_Budget"), plan.budget(), plan.currency(), Tone.PLAIN),
                new Fact(texts.text("Column_Cost"), plan.cost(), plan.currency(), Tone.PLAIN),
                new Fact(texts.text("Column_Actions"), plan.actions().size(), "", Tone.PLAIN),
                new Fact(texts.text("Column_Relief"), plan.relief(), MEGABITS, Tone.PLAIN),
                new Fact(texts.text("Column_CutOff"), cutOff(), MEGABITS, Tone.PLAIN),
                new Fact(texts.text("Column_Value"), plan.value(), MEGABITS, Tone.PLAIN),
                new Fact(texts.text("Column_Gap"), percent(plan), plan.gap().isPresent() ? "%" : "", Tone.PLAIN),
                new Fact(texts.text("Report_Greedy"), plan.greedy().value(), MEGABITS, Tone.PLAIN));
        List<Point> points = plan.pareto();
        Chart curve = Chart.of(texts.text("Report_Curve"),
                new Chart.Numbers(texts.text("Column_Budget"), plan.currency(), points.stream().map(Point::budget).toList()),
                new Chart.Quantity(texts.text("Column_Relief"), MEGABITS),
                new Chart.Series(texts.text("Column_Relief"), Style.LINE, Tone.PLAIN, points.stream().map(Point::relief).toList()),
                new Chart.Series(texts.text("Report_ThisPlan"), Style.POINTS, Tone.SECOND,
                        points.stream().map(point -> point.budget() == plan.budget() ? point.relief() : Double.NaN).toList()));
        return points.size() < 2
                ? Section.of("summary", order, texts.text("Report_Summary"), Paragraph.of(said()), Paragraph.aside(proof()), facts)
                : Section.of("summary", order, texts.text("Report_Summary"), Paragraph.of(said()), Paragraph.aside(proof()), facts, curve);
    }

    private String said() {
        return texts.text("Expand_Summary", plan.actions().size(), plan.cost(), plan.currency(), plan.budget(), plan.relief(),
                plan.horizon());
    }

    private String proof() {
        return texts.text("Expand_Proof", plan.value(), plan.bound().orElse(Double.NaN), 100 * plan.gap().orElse(Double.NaN),
                texts.methods(plan.method()));
    }

    /** A sector is called by its cells. */
    private String subject(Diagnosis diagnosis) {
        return diagnosis.sector()
                ? texts.text("Report_Sector", diagnosis.cells().stream().map(plan::name).collect(Collectors.joining(", ")))
                : plan.name(diagnosis.subject());
    }

    private String name(String kind) {
        return plan.nameOf(kind, texts.locale());
    }

    /** Of cells, not of the sectors that repeat them. */
    private double cutOff() {
        return plan.diagnoses().stream().filter(each -> !each.sector()).mapToDouble(each -> each.demand().cutOff()).sum();
    }

    private static Object percent(ExpansionPlan plan) {
        return plan.gap().isPresent() ? (Object) (100 * plan.gap().getAsDouble()) : "–";
    }

    /** Headline and what relieves most, for reports about something else. */
    Section inBrief(int order) {
        Grid.Builder grid = Grid.of(Column.text(texts.text("Column_Action")), Column.text(texts.text("Column_Cell")),
                Column.number(texts.text("Column_Cost"), plan.currency(), 0), Column.number(texts.text("Column_Relief"), MEGABITS, 2),
                Column.text(texts.text("Column_Why")));
        plan.actions().stream().limit(BRIEF)
                .forEach(each -> grid.row(name(each.action()), plan.name(each.cell()), each.cost(), each.relief(), texts.text(each.why())));
        return Section.of("expansion", order, texts.text("Report_Title"), Paragraph.of(said()), Paragraph.aside(proof()),
                grid.table("", texts.text("Report_NoActions")));
    }

    /** What somebody laid down; absent when all is as usual. */
    Optional<Section> terms(int order) {
        List<List<Object>> rows = TermRows.of(plan, texts);
        Grid.Builder grid = Grid.of(Column.text(texts.text("Terms_What")), Column.text(texts.text("Report_Terms")));
        rows.forEach(row -> grid.row(row.toArray()));
        return rows.isEmpty() ? Optional.empty() : Optional.of(Section.of("terms", order, texts.text("Report_Terms"), grid.table("", "")));
    }

    /** Columns that say the same in every row are left out. */
    Section actions(int order) {
        boolean years = plan.actions().stream().anyMatch(each -> !each.year().isEmpty());
        boolean running = plan.actions().stream().anyMatch(each -> each.yearlyCost() != 0);
        Fields<Chosen> fields = new Fields<>();
        fields.add(Column.text(texts.text("Column_Action")), each -> name(each.action()))
                .add(Column.text(texts.text("Column_Cell")), each -> plan.name(each.cell()))
                .add(Column.text(texts.text("Column_Site")), each -> plan.name(each.site()))
                .when(years, Column.text(texts.text("Column_Year")), Chosen::year)
                .add(Column.number(texts.text("Column_Cost"), plan.currency(), 0), Chosen::cost)
                .when(running, Column.number(texts.text("Costs_Investment"), plan.currency(), 0), Chosen::investment)
                .when(running, Column.number(texts.text("Costs_Yearly"), plan.currency(), 0), Chosen::yearlyCost)
                .add(Column.number(texts.text("Column_Relief"), MEGABITS, 2), Chosen::relief)
                .add(Column.number(texts.text("Column_Lead"), "d", 0), Chosen::leadDays)
                .add(Column.text(texts.text("Column_Why")), each -> texts.text(each.why()))
                .add(Column.key(texts.text("Column_Id")), Chosen::id);
        return Section.of("actions", order, texts.text("Report_Actions"),
                fields.grid(plan.actions()).table("", texts.text("Report_NoActions")));
    }

    /** Where the figures of each kind of action are from. */
    Section sources(int order) {
        Map<String, Set<String>> sources = new LinkedHashMap<>();
        plan.actions()
                .forEach(each -> sources.computeIfAbsent(each.action(), kind -> new LinkedHashSet<>()).add(texts.text(each.source())));
        plan.whyNot().forEach(each -> sources.computeIfAbsent(each.action(), kind -> new LinkedHashSet<>()).add(texts.text(each.source())));
        Grid.Builder grid = Grid.of(Column.text(texts.text("Column_Action")), Column.text(texts.text("Column_Source")));
        sources.forEach(
                (kind, texts) -> texts.stream().filter(source -> !source.isEmpty()).forEach(source -> grid.row(name(kind), source)));
        return Section.of("sources", order, texts.text("Report_Sources"), grid.table("", texts.text("Report_NoSources")));
    }

    Section diagnoses(int order) {
        Grid.Builder grid = Grid.of(Column.text(texts.text("Column_Subject")), Column.text(texts.text("Column_Cause")),
                Column.number(texts.text("Column_CutOff"), MEGABITS, 2), Column.text(texts.text("Column_Evidence")));
        plan.diagnoses().forEach(each -> grid.row(subject(each), texts.text("Name_" + each.cause().name()), each.demand().cutOff(),
                texts.text(each.sentence())));
        return Section.of("diagnoses", order, texts.text("Report_Diagnoses"), grid.table("", texts.text("Report_NoDiagnoses")));
    }

    Section whyNot(int order) {
        boolean running = plan.whyNot().stream().anyMatch(each -> each.yearlyCost() != 0);
        Fields<NotChosen> fields = new Fields<>();
        fields.add(Column.text(texts.text("Column_Action")), each -> name(each.action()))
                .add(Column.text(texts.text("Column_Cell")), each -> plan.name(each.cell()))
                .add(Column.text(texts.text("Column_Site")), each -> plan.name(each.site()))
                .add(Column.number(texts.text("Column_Cost"), plan.currency(), 0), NotChosen::cost)
                .when(running, Column.number(texts.text("Costs_Investment"), plan.currency(), 0), NotChosen::investment)
                .when(running, Column.number(texts.text("Costs_Yearly"), plan.currency(), 0), NotChosen::yearlyCost)
                .add(Column.number(texts.text("Column_Could"), MEGABITS, 2), NotChosen::couldRelieve)
                .add(Column.text(texts.text("Column_Why")), each -> texts.text(each.why()))
                .add(Column.key(texts.text("Column_Id")), NotChosen::id);
        return Section.of("why-not", order, texts.text("Report_WhyNot"),
                fields.grid(plan.whyNot()).table("", texts.text("Report_NoWhyNot")));
    }

    /** Columns of a table with what stands in them. */
    private static final class Fields<T> {

        private final List<Column> columns = new ArrayList<>();
        private final List<Function<T, Object>> values = new ArrayList<>();

        Fields<T> add(Column column, Function<T, Object> value) {
            columns.add(column);
            values.add(value);
            return this;
        }

        Fields<T> when(boolean needed, Column column, Function<T, Object> value) {
            return needed ? add(column, value) : this;
        }

        Grid.Builder grid(List<T> rows) {
            Grid.Builder grid = Grid.of(columns.toArray(Column[]::new));
            rows.forEach(row -> grid.row(values.stream().map(value -> value.apply(row)).toArray()));
            return grid;
        }
    }
}
