package org.towercrier.expansion.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.CommandContext;
import org.towercrier.command.DemoStep;
import org.towercrier.command.RefusedException;
import org.towercrier.expansion.Expansion;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.internal.Texts;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Reports;
import org.towercrier.store.StoreException;

/** The plan of the sample city in the demonstration. */
@Component(service = DemoStep.class)
public final class ExpansionDemo implements DemoStep {

    /** Money of the example, in the currency of the shipped catalogue. */
    private static final double BUDGET = 2_000_000;
    private static final int HORIZON = 12;
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int ORDER = 200;

    @Override
    public String id() {
        return "expansion";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Map<String, Object> run(CommandContext context) throws StoreException, IOException {
        Texts texts = new Texts(context.locale());
        context.monitor().task(texts.text("Expand_Task"), LIMIT.toSeconds(), "s");
        PlanRequest request = new PlanRequest(BUDGET, HORIZON, LIMIT, context.zone(), context.locale(), Terms.NONE);
        Map<String, Object> figures = new LinkedHashMap<>();
        try {
            ExpansionPlan plan = context.service(Expansion.class).plan(request, ExpandCommand.monitor(context.monitor()));
            context.service(ExpansionPlans.class).replace(ExpansionPlans.LAST, plan, "");
            Path file = context.workspace().resolve("reports").resolve("expansion.html");
            ReportRequest about = ReportRequest.of(context.locale(), context.zone(), Instant.now().truncatedTo(ChronoUnit.SECONDS))
                    .about(List.of(ExpansionPlans.LAST));
            Reports reports = context.service(Reports.class);
            reports.write(reports.compose("expansion", about), about, file);
            context.out().println(texts.text("Demo_Plan", texts.text("Expand_Summary", plan.actions().size(), plan.cost(), plan.currency(),
                    plan.budget(), plan.relief(), plan.horizon()), file));
            figures.put("actions", plan.actions().size());
            figures.putAll(PlanDocument.outcome(plan.cost(), plan.value(), plan.relief()));
            figures.put("budget", plan.budget());
            figures.put("bound", plan.bound());
            figures.put("gap", plan.gap());
            figures.put("diagnoses", plan.diagnoses().size());
            figures.put("report", file);
        } catch (PlanException | ReportException impossible) {
            throw new RefusedException(String.valueOf(impossible.getMessage()), impossible);
        }
        return figures;
    }
}
