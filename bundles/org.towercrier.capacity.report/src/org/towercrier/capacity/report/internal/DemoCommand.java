package org.towercrier.capacity.report.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.DetectionRequest;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.DetectionService;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.OtherRules;
import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.DemoStep;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Reports;
import org.towercrier.sample.SampleReport;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.SampleService;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;

/** {@code demo}: the sample city through every analysis, with a summary and a report. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "demo")
public final class DemoCommand implements HeadlessCommand {

    private static final SampleRequest CITY = SampleRequest.of(600, 21, 10_000, 1);
    private static final long SHARES = 1_000;

    @Override
    public int run(CommandContext context) throws Exception {
        Messages texts = context.messages();
        SampleService sample = context.service(SampleService.class);
        if (sample.hasData() && !sample.onlySynthetic()) {
            throw new RefusedException(texts.text("Demo_NotEmpty", context.workspace()));
        }
        Optional<SampleReport> city = city(sample, context);
        context.monitor().task(texts.text("Demo_Detecting"), SHARES, "‰");
        DetectionResult result = context.service(DetectionService.class).detect(
                DetectionRequest.of(context.service(RuleSets.class).active()), cancellation(context.monitor()));
        AlarmService alarms = context.service(AlarmService.class);
        alarms.reconcile(result, OtherRules.CLEAR);
        List<Alarm> active = alarms.summaries(AlarmFilter.ACTIVE).stream()
                .filter(alarm -> alarm.cleared().isEmpty()).toList();
        Path report = context.workspace().resolve("reports").resolve("alarms.html");
        printFound(city, result, active, context);
        Map<String, Object> steps = new LinkedHashMap<>();
        for (DemoStep step : context.installed(DemoStep.class).stream().sorted(Comparator.comparingInt(DemoStep::order)).toList()) {
            steps.put(step.id(), step.run(context));
        }
        write(report, context);
        context.out().println(context.messages().text("Demo_Report", report));
        context.out().println(context.messages().text("Demo_Workspace", context.workspace()));
        Map<String, Object> document = document(city, result, active, report, context);
        document.putAll(steps);
        context.json(document);
        return ExitCode.DONE;
    }

    private static void write(Path file, CommandContext context) throws IOException, StoreException {
        ReportRequest request = ReportRequest.of(context.locale(), context.zone(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try {
            Reports reports = context.service(Reports.class);
            reports.write(reports.compose(AlarmsReport.ID, request), request, file);
        } catch (ReportException unwritable) {
            throw new RefusedException(unwritable.getMessage(), unwritable);
        }
    }

    /** Makes the city unless it is there: a second demonstration starts at once and keeps what was acknowledged. */
    private static Optional<SampleReport> city(SampleService sample, CommandContext context) throws StoreException {
        if (sample.hasData()) {
            return Optional.empty();
        }
        context.monitor().task(context.messages().text("Demo_Building"), SHARES, "‰");
        return Optional.of(sample.replaceAll(CITY, cancellation(context.monitor())));
    }

    private static void printFound(Optional<SampleReport> made, DetectionResult result, List<Alarm> active, CommandContext context) {
        Messages texts = context.messages();
        made.ifPresentOrElse(
                city -> context.out().println(texts.text("Demo_City", city.city(), city.sites(), city.cells(),
                        city.measurements(), city.accessPoints(), city.customers())),
                () -> context.out().println(texts.text("Demo_CityThere")));
        context.out().println(texts.text("Demo_Detected", result.ruleSet(), result.rowsRead(),
                result.duration().toMillis() / 1000.0));
        context.out().println();
        Table table = Table.in(context).text(texts.text("Demo_Kind")).number(texts.text("Demo_Active"), "", 0);
        byKind(active).forEach((kind, count) -> table.row(texts.text("Kind_" + kind), count));
        table.print(context.out());
        context.out().println();
    }

    private static Map<String, Long> byKind(List<Alarm> alarms) {
        return alarms.stream().collect(
                Collectors.groupingBy(alarm -> alarm.kind().getLiteral(), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Object> document(Optional<SampleReport> city, DetectionResult result, List<Alarm> active,
            Path report, CommandContext context) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("workspace", context.workspace());
        document.put("sample", city);
        document.put("ruleSet", result.ruleSet());
        document.put("rowsRead", result.rowsRead());
        document.put("detectionSeconds", result.duration().toMillis() / 1000.0);
        document.put("activeAlarms", byKind(active));
        document.put("report", report);
        return document;
    }

    private static Cancellation cancellation(CommandMonitor monitor) {
        return new Cancellation() {
            @Override
            public boolean cancelled() {
                return monitor.cancelled();
            }

            @Override
            public Registration onCancel(Runnable stop) {
                return monitor.onCancel(stop)::close;
            }

            @Override
            public void progress(double fraction) {
                monitor.progress(Math.round(fraction * SHARES));
            }
        };
    }

    @Override
    public String messages() {
        return AlarmTexts.BASE;
    }
}
