package org.towercrier.expansion.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CancelledException;
import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.expansion.CostCatalogues;
import org.towercrier.expansion.Expansion;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.ExpansionPlans.Comparison;
import org.towercrier.expansion.ExpansionPlans.Side;
import org.towercrier.expansion.PlanCurve;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanExport;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.internal.Texts;
import org.towercrier.expansion.internal.file.PlanFile;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Reports;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Hints where capacity is missing, and the plan that relieves most for a budget. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "expand")
public final class ExpandCommand implements HeadlessCommand {

    private static final int SHOWN = 40;
    private static final List<String> ENDINGS = List.of(".csv", ".geojson", ".xlsx", ".html");

    @Option(names = "--budget", paramLabel = "N")
    Double budget;
    @Option(names = "--horizon", paramLabel = "MONTHS", defaultValue = "12")
    int horizon;
    @Option(names = "--plan", paramLabel = "FILE")
    Path plan;
    @Option(names = "--time-limit", paramLabel = "S", defaultValue = "60")
    double timeLimit;
    @Option(names = "--save", paramLabel = "NAME", defaultValue = ExpansionPlans.LAST)
    String name;
    @Option(names = "--out", paramLabel = "FILE")
    Path out;
    @Option(names = "--catalogue", paramLabel = "FILE")
    Path catalogue;
    @Option(names = "--compare", paramLabel = "NAME", split = ",")
    List<String> compare = List.of();

    @Override
    public String messages() {
        return Texts.BASE;
    }

    @Override
    public int run(CommandContext context) throws StoreException, IOException {
        Messages texts = context.messages();
        if (!compare.isEmpty()) {
            return compare(context);
        }
        if (budget == null || !ExpansionPlans.isName(name)) {
            throw new UsageException(texts.text(budget == null ? "Expand_NoBudget" : "Expand_BadName"));
        }
        if (out != null && ENDINGS.stream().noneMatch(outName()::endsWith)) {
            throw new UsageException(texts.text("Expand_BadOut"));
        }
        PlanRequest request = request(context);
        if (catalogue != null) {
            CostsCommand.take(catalogue, context.service(CostCatalogues.class), texts);
        }
        context.monitor().task(texts.text("Expand_Task"), Math.round(timeLimit), "s");
        try {
            PlanCurve curve = context.service(Expansion.class).brief(request, monitor(context.monitor()));
            ExpansionPlan made = curve.at(budget).orElseThrow();
            boolean interrupted = context.monitor().cancelled();
            if (!interrupted) {
                context.service(ExpansionPlans.class).replace(name, made, curve, "");
                export(made, context);
            }
            print(context, made);
            context.json(PlanDocument.of(made, context.locale()));
            if (interrupted) {
                throw new CancelledException(texts.text("Expand_Interrupted"));
            }
            return ExitCode.DONE;
        } catch (PlanException impossible) {
            throw new RefusedException(String.valueOf(impossible.getMessage()), impossible);
        }
    }

    private PlanRequest request(CommandContext context) throws IOException {
        if (plan != null && Files.isDirectory(plan)) {
            throw new RefusedException(context.messages().text("File_Missing", plan));
        }
        Terms terms = plan == null ? Terms.NONE : PlanFile.read(plan, new Texts(context.locale()));
        try {
            if (!(timeLimit > 0)) {
                throw new UsageException(context.messages().text("Expand_BadTime"));
            }
            return new PlanRequest(budget, horizon, Duration.ofMillis(Math.round(timeLimit * 1000)), context.zone(), context.locale(),
                    terms);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(context.messages().text("Expand_BadNumbers", PlanRequest.LONGEST));
        }
    }

    static PlanningMonitor monitor(CommandMonitor monitor) {
        return new PlanningMonitor() {
            @Override
            public boolean cancelled() {
                return monitor.cancelled();
            }

            @Override
            public void progress(Progress progress) {
                monitor.progress(progress.elapsed().toSeconds());
            }
        };
    }

    private void export(ExpansionPlan made, CommandContext context) throws IOException {
        if (out == null) {
            return;
        }
        String file = outName();
        if (file.endsWith(".csv")) {
            PlanExport.csv(made, out, context.locale());
        } else if (file.endsWith(".geojson")) {
            PlanExport.geoJson(made, out, context.locale());
        } else {
            Reports reports = context.service(Reports.class);
            ReportRequest about = ReportRequest.of(context.locale(), context.zone(), Instant.now().truncatedTo(ChronoUnit.SECONDS))
                    .about(List.of(name));
            try {
                reports.write(reports.compose("expansion", about), about, out);
            } catch (ReportException | StoreException unwritable) {
                throw new RefusedException(String.valueOf(unwritable.getMessage()), unwritable);
            }
        }
    }

    private String outName() {
        return String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static void print(CommandContext context, ExpansionPlan made) {
        Messages texts = context.messages();
        Locale locale = context.locale();
        if (made.synthetic()) {
            context.out().println(texts.text("Plan_Synthetic"));
        }
        context.out()
                .println(texts.text("Expand_Summary", made.actions().size(), made.cost(), made.currency(), made.budget(), made.relief(),
                        made.horizon()));
        context.out().println(texts.text("Expand_Proof", made.value(), shown(made.bound().orElse(Double.NaN)),
                shown(100 * made.gap().orElse(Double.NaN)), made.methods(locale)));
        context.out().println(texts.text("Expand_Greedy", made.greedy().cost(), made.greedy().relief(), made.greedy().value()));
        made.notes().forEach(note -> context.out().println(note.text(locale)));
        context.out().println();
        Table table = Table.in(context).text(texts.text("Column_Action")).text(texts.text("Column_Cell")).text(texts.text("Column_Site"))
                .number(texts.text("Column_Cost"), made.currency(), 0).number(texts.text("Column_Relief"), "Mbit/s", 2)
                .text(texts.text("Column_Why"));
        made.actions().stream().limit(SHOWN)
                .forEach(each -> table.row(made.nameOf(each.action(), locale), made.name(each.cell()), made.name(each.site()),
                        each.cost(), each.relief(), each.why().text(locale)));
        table.print(context.out());
        if (made.actions().size() > SHOWN) {
            context.out().println(texts.text("Expand_More", made.actions().size() - SHOWN));
        }
        context.out().println();
        Table curve = Table.in(context).number(texts.text("Column_Budget"), made.currency(), 0)
                .number(texts.text("Column_Cost"), made.currency(), 0).number(texts.text("Column_Relief"), "Mbit/s", 2);
        made.pareto().forEach(point -> curve.row(point.budget(), point.cost(), point.relief()));
        curve.print(context.out());
    }

    private static Object shown(double number) {
        return Double.isNaN(number) ? "–" : number;
    }

    /** Saved plans side by side. */
    private int compare(CommandContext context) throws StoreException {
        Messages texts = context.messages();
        Comparison found = context.service(ExpansionPlans.class).compare(compare);
        if (!found.missing().isEmpty()) {
            throw new RefusedException(texts.text("Expand_NoPlan", String.join(", ", found.missing())));
        }
        Table table = Table.in(context).text(texts.text("Column_Plan")).number(texts.text("Column_Budget"), "", 0)
                .number(texts.text("Column_Cost"), "", 0).number(texts.text("Column_Relief"), "Mbit/s", 2)
                .number(texts.text("Column_Gap"), "%", 2).number(texts.text("Column_Actions"), "", 0)
                .number(texts.text("Column_Alone"), "", 0);
        found.plans().forEach(side -> table.row(side.name(), side.budget(), side.cost(), side.relief(),
                100 * side.gap().orElse(Double.NaN), side.actions(), side.onlyHere().size()));
        table.print(context.out());
        context.json(Map.of("plans", found.plans().stream().map(ExpandCommand::document).toList()));
        return ExitCode.DONE;
    }

    private static Map<String, Object> document(Side side) {
        Map<String, Object> row = PlanDocument.outcome(side.cost(), side.value(), side.relief());
        row.put("plan", side.name());
        row.put("budget", side.budget());
        row.put("bound", side.bound());
        row.put("gap", side.gap());
        row.put("actions", side.actions());
        row.put("onlyHere", side.onlyHere());
        return row;
    }
}
