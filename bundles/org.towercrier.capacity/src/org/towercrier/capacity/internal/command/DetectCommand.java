package org.towercrier.capacity.internal.command;

import java.time.Instant;
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
import org.towercrier.capacity.alarm.OtherRules;
import org.towercrier.capacity.alarm.ReconcileSummary;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Evaluates the rules over the stored measurements and brings the alarm list up to date. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "detect")
public final class DetectCommand implements HeadlessCommand {

    @Option(names = "--rules", paramLabel = "FILE|PRESET")
    String rules;
    @Option(names = "--from", paramLabel = "T")
    String from;
    @Option(names = "--to", paramLabel = "T")
    String to;
    @Option(names = "--fail-on", paramLabel = "SEVERITY")
    String failOn;

    @Override
    public String messages() {
        return "OSGI-INF/l10n/alarms";
    }

    @Override
    public int run(CommandContext context) throws StoreException {
        Optional<Instant> begin = Times.parse("--from", from, context.zone());
        Optional<Instant> end = Times.parse("--to", to, context.zone());
        if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
            throw new UsageException("--from must lie before --to");
        }
        Optional<PerceivedSeverity> failing = failOn == null ? Optional.empty()
                : AlarmsCommand.parse(PerceivedSeverity.class, List.of(failOn), "--fail-on").stream().findFirst();
        try {
            RuleSets sets = context.service(RuleSets.class);
            RuleSet ruleSet = rules == null ? sets.active() : RuleSetArgument.find(sets, "--rules", rules);
            DetectionRequest request = DetectionRequest.of(ruleSet).between(begin, end).in(context.zone());
            Cancellation cancellation = CommandCancellation.of(context.monitor(), context.messages().text("detect.task"));
            DetectionResult result = context.service(DetectionService.class).detect(request, cancellation);
            AlarmService alarms = context.service(AlarmService.class);
            boolean inForce = rules == null || sets.active().getName().equals(ruleSet.getName());
            ReconcileSummary changes = alarms.reconcile(result, inForce ? OtherRules.CLEAR : OtherRules.CLEAR_OF_THE_SET);
            List<Alarm> active = alarms.summaries(AlarmFilter.ACTIVE);
            int situations = context.service(Situations.class).list(false).size();
            print(context, result, changes, active, situations);
            context.json(document(result, changes, active, situations));
            boolean bad = failing.isPresent() && active.stream().filter(alarm -> alarm.cleared().isEmpty())
                    .anyMatch(alarm -> !Severities.worse(failing.get(), alarm.severity()));
            return bad ? ExitCode.CONDITION : ExitCode.DONE;
        } catch (RuleSetException e) {
            throw new RefusedException(e.getMessage(), e);
        }
    }

    private static void print(CommandContext context, DetectionResult result, ReconcileSummary changes, List<Alarm> active,
            int situations) {
        context.out().println(context.messages().text("detect.done", result.ruleSet(), result.rowsRead(), result.objects(),
                result.duration().toMillis() / 1000.0));
        if (result.rowsRead() == 0) {
            context.out().println(context.messages().text("detect.empty"));
            return;
        }
        Table table = Table.in(context).text(context.messages().text("alarms.column.kind"))
                .text(context.messages().text("alarms.column.severity"))
                .number(context.messages().text("detect.column.alarms"), "", 0);
        List<Alarm> up = active.stream().filter(alarm -> alarm.cleared().isEmpty()).toList();
        byKindAndSeverity(up).forEach((kind, severities) -> severities
                .forEach((severity, count) -> table.row(kind, severity, count)));
        table.print(context.out());
        context.out().println(context.messages().text("detect.changes", changes.raised(), changes.changed(),
                changes.cleared(), changes.withdrawn(), changes.active()));
        context.out().println(context.messages().text("detect.situations", situations));
        result.undecided().forEach((rule, objects) -> context.out()
                .println(context.messages().text("detect.undecided", rule, objects)));
    }

    private static Map<String, Object> document(DetectionResult result, ReconcileSummary changes, List<Alarm> active,
            int situations) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ruleSet", result.ruleSet());
        json.put("from", result.from().toString());
        json.put("to", result.to().toString());
        json.put("rowsRead", result.rowsRead());
        json.put("objects", result.objects());
        json.put("duration", result.duration().toNanos() / 1e9);
        List<Alarm> up = active.stream().filter(alarm -> alarm.cleared().isEmpty()).toList();
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("active", up.size());
        counts.put("listed", active.size());
        counts.put("byKind", count(up, alarm -> alarm.kind().getLiteral()));
        counts.put("bySeverity", count(up, alarm -> alarm.severity().getLiteral()));
        counts.put("byKindAndSeverity", byKindAndSeverity(up));
        json.put("counts", counts);
        json.put("episodes", Map.of("byKind", literals(result.byKind()), "bySeverity", literals(result.bySeverity())));
        json.put("changes", changes);
        json.put("situations", situations);
        json.put("undecided", result.undecided());
        return json;
    }

    private static Map<String, Map<String, Long>> byKindAndSeverity(List<Alarm> alarms) {
        return alarms.stream().collect(Collectors.groupingBy(alarm -> alarm.kind().getLiteral(), TreeMap::new,
                Collectors.groupingBy(alarm -> alarm.severity().getLiteral(), TreeMap::new, Collectors.counting())))
                .entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, Integer> literals(Map<? extends Enum<?>, Integer> counts) {
        Map<String, Integer> named = new LinkedHashMap<>();
        counts.forEach((key, count) -> named.put(key.name(), count));
        return named;
    }

    private static Map<String, Long> count(List<Alarm> alarms, Function<Alarm, String> key) {
        return alarms.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }
}
