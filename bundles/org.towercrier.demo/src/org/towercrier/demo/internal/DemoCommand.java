package org.towercrier.demo.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.DetectionRequest;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.DetectionService;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.sample.SampleReport;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.SampleService;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;

/** {@code demo}: the sample city through every analysis, and a summary of what they found. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "demo")
public final class DemoCommand implements HeadlessCommand {

    private static final SampleRequest CITY = SampleRequest.of(1_000, 30, 20_000, 1);
    private static final int WORST = 5;

    @Override
    public int run(CommandContext context) throws StoreException {
        Optional<SampleReport> made = city(context);
        try {
            DetectionRequest request = DetectionRequest.of(context.service(RuleSets.class).active()).in(context.zone());
            DetectionResult found = context.service(DetectionService.class).detect(request,
                    new MonitorCancellation(context.monitor(), context.messages().text("Demo_Detecting")));
            AlarmService alarms = context.service(AlarmService.class);
            alarms.reconcile(found);
            List<Alarm> active = alarms.summaries(AlarmFilter.ACTIVE);
            print(context, made, found, active);
            context.json(document(context, made, found, active));
            return ExitCode.DONE;
        } catch (RuleSetException wrong) {
            throw new RefusedException(wrong.getMessage(), wrong);
        }
    }

    /** Makes the city unless it is there: a second demonstration starts at once and keeps what was acknowledged. */
    private static Optional<SampleReport> city(CommandContext context) throws StoreException {
        SampleService sample = context.service(SampleService.class);
        if (!sample.onlySynthetic()) {
            throw new RefusedException(context.messages().text("Demo_RealData", context.workspace()));
        }
        if (sample.hasData()) {
            return Optional.empty();
        }
        return Optional.of(sample.replaceAll(CITY, new MonitorCancellation(context.monitor(), context.messages().text("Demo_Building"))));
    }

    private static void print(CommandContext context, Optional<SampleReport> made, DetectionResult found, List<Alarm> active) {
        Messages texts = context.messages();
        made.ifPresentOrElse(
                city -> context.out().println(texts.text("Demo_City", city.city(), city.sites(), city.cells(), city.measurements(), city.customers())),
                () -> context.out().println(texts.text("Demo_CityThere", context.workspace())));
        context.out().println(texts.text("Demo_Detected", found.ruleSet(), found.rowsRead(), found.duration().toMillis() / 1000.0));
        Table counts = Table.in(context).text(texts.text("Demo_Kind")).text(texts.text("Demo_Severity")).number(texts.text("Demo_Alarms"), "", 0);
        counts(active).forEach((kind, severities) -> severities.forEach((severity, count) -> counts.row(kind, severity, count)));
        counts.print(context.out());
        context.out().println("");
        context.out().println(texts.text("Demo_Worst"));
        Table worst = Table.in(context).text(texts.text("Demo_Cell")).text(texts.text("Demo_Severity")).text(texts.text("Demo_Raised"))
                .text(texts.text("Demo_Problem"));
        active.stream().limit(WORST).forEach(alarm -> worst.row(alarm.cell(), alarm.severity(), alarm.raised(), alarm.identity().specificProblem()));
        worst.print(context.out());
        context.out().println("");
        context.out().println(texts.text("Demo_Next", context.workspace()));
    }

    private static Map<String, Object> document(CommandContext context, Optional<SampleReport> made, DetectionResult found, List<Alarm> active) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("workspace", context.workspace().toString());
        json.put("city", made);
        json.put("ruleSet", found.ruleSet());
        json.put("rowsRead", found.rowsRead());
        json.put("duration", found.duration().toNanos() / 1e9);
        json.put("alarms", counts(active));
        return json;
    }

    private static Map<String, TreeMap<String, Long>> counts(List<Alarm> active) {
        Function<Alarm, String> kind = alarm -> alarm.kind().getLiteral();
        Function<Alarm, String> severity = alarm -> alarm.severity().getLiteral();
        return active.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.groupingBy(severity, TreeMap::new, Collectors.counting())));
    }
}
