package org.towercrier.expansion.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.report.Chart;
import org.towercrier.report.Chart.Style;
import org.towercrier.report.Facts;
import org.towercrier.report.Facts.Fact;
import org.towercrier.report.Grid;
import org.towercrier.report.Grid.Column;
import org.towercrier.report.Report;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportKind;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Section;
import org.towercrier.report.Tone;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

import com.fasterxml.jackson.databind.JsonNode;

/** A saved plan for a meeting: what to do, why, what it rests on, and why not the rest. Subject: the plan's name. */
@Component(service = ReportKind.class)
public final class ExpansionReport implements ReportKind {

    private final Store store;

    /** Of the open workspace. */
    @Activate
    public ExpansionReport(@Reference Store store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "expansion";
    }

    @Override
    public String label(Locale locale) {
        return new Texts(locale).text("Report_Title");
    }

    @Override
    public Report compose(ReportRequest request) throws ReportException, StoreException {
        Texts texts = new Texts(request.locale());
        String name = request.subjects().isEmpty() ? PlanBook.LAST : request.subjects().getFirst();
        JsonNode plan = load(name, texts);
        List<String> notices = new ArrayList<>();
        if (plan.path("synthetic").asBoolean()) {
            notices.add(texts.text("Plan_Synthetic"));
        }
        plan.path("notes").forEach(note -> notices.add(note.asText()));
        String currency = plan.path("currency").asText();
        List<Section> sections = List.of(summary(plan, texts, currency), actions(plan, texts, currency), diagnoses(plan, texts),
                whyNot(plan, texts, currency));
        return new Report(texts.text("Report_Title"), texts.text("Report_Subtitle", name, plan.path("horizon").asInt()), notices, sections,
                Map.of("plan", name, "cost", plan.path("cost").asDouble(), "relief", plan.path("relief").asDouble()));
    }

    private JsonNode load(String name, Texts texts) throws ReportException {
        try {
            return new PlanBook(store.info().location()).load(name)
                    .orElseThrow(() -> new ReportException(texts.text("Expand_NoPlan", name)));
        } catch (IOException unreadable) {
            throw new ReportException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Section summary(JsonNode plan, Texts texts, String currency) {
        double gap = plan.path("gap").isNumber() ? 100 * plan.path("gap").asDouble() : Double.NaN;
        Facts facts = Facts.of(new Fact(texts.text("Column_Budget"), plan.path("budget").asDouble(), currency, Tone.PLAIN),
                new Fact(texts.text("Column_Cost"), plan.path("cost").asDouble(), currency, Tone.PLAIN),
                new Fact(texts.text("Column_Relief"), plan.path("relief").asDouble(), "Mbit/s", Tone.PLAIN),
                new Fact(texts.text("Column_Gap"), Double.isNaN(gap) ? "–" : (Object) gap, Double.isNaN(gap) ? "" : "%", Tone.PLAIN),
                new Fact(texts.text("Report_Greedy"), plan.path("greedy").path("relief").asDouble(), "Mbit/s", Tone.PLAIN));
        List<Double> budgets = new ArrayList<>();
        List<Double> relief = new ArrayList<>();
        plan.path("pareto").forEach(point -> {
            if (budgets.isEmpty() || point.path("budget").asDouble() > budgets.getLast()) {
                budgets.add(point.path("budget").asDouble());
                relief.add(point.path("relief").asDouble());
            }
        });
        Chart curve = Chart.of(texts.text("Report_Curve"), new Chart.Numbers(texts.text("Column_Budget"), currency, budgets),
                new Chart.Quantity(texts.text("Column_Relief"), "Mbit/s"),
                new Chart.Series(texts.text("Column_Relief"), Style.LINE, Tone.PLAIN, relief));
        return Section.of("summary", 100, texts.text("Report_Summary"), facts, curve);
    }

    private static Section actions(JsonNode plan, Texts texts, String currency) {
        Grid.Builder grid = Grid.of(Column.text(texts.text("Column_Action")), Column.text(texts.text("Column_Cell")),
                Column.text(texts.text("Column_Site")), Column.text(texts.text("Column_Year")),
                Column.number(texts.text("Column_Cost"), currency, 0), Column.number(texts.text("Column_Relief"), "Mbit/s", 2),
                Column.text(texts.text("Column_Why")), Column.text(texts.text("Column_Source")));
        plan.path("actions").forEach(each -> grid.row(texts.text("Action_" + each.path("action").asText()), each.path("cell").asText(),
                each.path("site").asText(), each.path("year").asText(), each.path("cost").asDouble(), each.path("relief").asDouble(),
                each.path("why").asText(), each.path("source").asText()));
        return Section.of("actions", 200, texts.text("Report_Actions"), grid.table("", texts.text("Report_NoActions")));
    }

    private static Section diagnoses(JsonNode plan, Texts texts) {
        Grid.Builder grid = Grid.of(Column.text(texts.text("Column_Subject")), Column.text(texts.text("Column_Cause")),
                Column.number(texts.text("Column_CutOff"), "Mbit/s", 2), Column.text(texts.text("Column_Evidence")));
        plan.path("diagnoses").forEach(each -> grid.row(each.path("subject").asText(), texts.text("Name_" + each.path("cause").asText()),
                each.path("demand").path("cutOff").asDouble(), each.path("sentence").asText()));
        return Section.of("diagnoses", 300, texts.text("Report_Diagnoses"), grid.table("", texts.text("Report_NoDiagnoses")));
    }

    private static Section whyNot(JsonNode plan, Texts texts, String currency) {
        Grid.Builder grid = Grid.of(Column.text(texts.text("Column_Action")), Column.text(texts.text("Column_Cell")),
                Column.text(texts.text("Column_Site")), Column.number(texts.text("Column_Cost"), currency, 0),
                Column.number(texts.text("Column_Could"), "Mbit/s", 2), Column.text(texts.text("Column_Why")));
        plan.path("whyNot").forEach(each -> grid.row(texts.text("Action_" + each.path("action").asText()), each.path("cell").asText(),
                each.path("site").asText(), each.path("cost").asDouble(), each.path("couldRelieve").asDouble(), each.path("why").asText()));
        return Section.of("why-not", 400, texts.text("Report_WhyNot"), grid.table("", texts.text("Report_NoWhyNot")));
    }
}
