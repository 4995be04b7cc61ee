package org.towercrier.capacity.internal.command;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.alarm.AlarmActionException;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.BulkStep;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.OperatorStep;
import org.towercrier.capacity.alarm.Refusal;
import org.towercrier.capacity.alarm.StepRecord;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.edit.Labels;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The life cycle of alarms: {@code towercrier alarm ack|unack|comment|assign|shelve|unshelve|clear|history ID…}, {@code undo}, {@code steps}. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "alarm", subcommands = { AlarmCommand.Acknowledge.class, AlarmCommand.Unacknowledge.class,
        AlarmCommand.Comment.class, AlarmCommand.Assign.class, AlarmCommand.Shelve.class, AlarmCommand.Unshelve.class,
        AlarmCommand.Clear.class, AlarmCommand.History.class, AlarmCommand.Undo.class, AlarmCommand.Steps.class,
        PeopleCommand.class })
public final class AlarmCommand implements HeadlessCommand {

    private static final String TEXTS = "OSGI-INF/l10n/alarms";

    @Override
    public String messages() {
        return TEXTS;
    }

    @Override
    public int run(CommandContext context) {
        throw new UsageException(context.messages().text("alarm.what"));
    }

    /** What all sub-commands have in common: their texts, and that what the life cycle refuses is told as a refusal. */
    abstract static class Part implements HeadlessCommand {
        @Override
        public String messages() {
            return TEXTS;
        }

        @Override
        public int run(CommandContext context) throws StoreException {
            try {
                apply(context, context.service(AlarmService.class));
            } catch (AlarmActionException e) {
                throw new RefusedException(e.refusal().text(context.locale()), e);
            }
            return ExitCode.DONE;
        }

        abstract void apply(CommandContext context, AlarmService alarms) throws StoreException;
    }

    /** What all steps have in common: the alarms, a remark, the person. */
    abstract static class StepCommand extends Part {
        @Parameters(arity = "1..*", paramLabel = "ID")
        List<String> ids = List.of();
        @Option(names = "--text")
        String text = "";
        @Option(names = "--user")
        String user = System.getProperty("user.name", "unknown");

        @Option(names = "--where-allowed")
        boolean whereAllowed;

        @Override
        void apply(CommandContext context, AlarmService alarms) throws StoreException {
            OperatorStep step = step(context);
            print(context, whereAllowed ? alarms.performWhereAllowed(ids, user, step) : alarms.perform(ids, user, step));
        }

        abstract OperatorStep step(CommandContext context);
    }

    private static void print(CommandContext context, BulkStep result) {
        result.alarms().forEach(alarm -> context.out()
                .println(context.messages().text("alarm.now", alarm.id(), alarm.cell(), alarm.state())));
        List<String> refused = result.refused().stream().map(refusal -> refusal.text(context.locale())).toList();
        refused.forEach(context.out()::println);
        result.step().ifPresent(number -> context.out().println(context.messages().text("alarm.step", Long.toString(number))));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", result.step().isPresent() ? result.step().getAsLong() : null);
        json.put("alarms", result.alarms().stream().map(AlarmDocument::of).toList());
        json.put("refused", refused);
        context.json(json);
    }

    @Command(name = "ack")
    static final class Acknowledge extends StepCommand {
        @Override
        OperatorStep step(CommandContext context) {
            return new OperatorStep.Acknowledge(text);
        }
    }

    @Command(name = "unack")
    static final class Unacknowledge extends StepCommand {
        @Override
        OperatorStep step(CommandContext context) {
            return new OperatorStep.Unacknowledge(text);
        }
    }

    @Command(name = "comment")
    static final class Comment extends StepCommand {
        @Override
        OperatorStep step(CommandContext context) {
            return new OperatorStep.Comment(text);
        }
    }

    @Command(name = "assign")
    static final class Assign extends StepCommand {
        @Option(names = "--to", required = true)
        String assignee = "";

        @Override
        OperatorStep step(CommandContext context) {
            return new OperatorStep.Assign(assignee);
        }
    }

    @Command(name = "shelve")
    static final class Shelve extends StepCommand {
        @Option(names = "--until")
        String until;
        @Option(names = "--for")
        Duration duration = Duration.ofHours(8);

        @Override
        OperatorStep step(CommandContext context) {
            Instant end = Times.parse("--until", until, context.zone()).orElseGet(() -> Instant.now().plus(duration));
            return new OperatorStep.Shelve(end, text);
        }
    }

    @Command(name = "unshelve")
    static final class Unshelve extends StepCommand {
        @Override
        OperatorStep step(CommandContext context) {
            return new OperatorStep.Unshelve(text);
        }
    }

    @Command(name = "clear")
    static final class Clear extends StepCommand {
        @Override
        OperatorStep step(CommandContext context) {
            return new OperatorStep.Clear(text);
        }
    }

    /** Takes a step back: the one of the number, or the user's last one. */
    @Command(name = "undo")
    static final class Undo extends Part {
        @Parameters(arity = "0..1", paramLabel = "STEP")
        Long step;
        @Option(names = "--user")
        String user = System.getProperty("user.name", "unknown");

        @Override
        void apply(CommandContext context, AlarmService alarms) throws StoreException {
            long number = step != null ? step : last(alarms);
            print(context, alarms.undo(number, user));
        }

        private long last(AlarmService alarms) throws StoreException {
            return alarms.steps(Steps.MOST).stream()
                    .filter(each -> each.user().equals(user) && each.undoable() && each.action() != AlarmAction.UNDONE)
                    .findFirst().map(StepRecord::step)
                    .orElseThrow(() -> new AlarmActionException(Refusal.of(Refusal.Reason.NOTHING_TO_UNDO, user)));
        }
    }

    /** Lists the latest steps of people. */
    @Command(name = "steps")
    static final class Steps extends Part {
        private static final int MOST = 1_000;

        @Option(names = "--limit")
        int limit = 50;

        @Override
        void apply(CommandContext context, AlarmService alarms) throws StoreException {
            List<StepRecord> steps = alarms.steps(Math.clamp(limit, 1, MOST));
            Table table = Table.in(context).number(context.messages().text("alarm.column.step"), "", 0);
            for (String column : List.of("time", "user", "action", "undoable")) {
                table.text(context.messages().text("alarm.column." + column));
            }
            table.number(context.messages().text("detect.column.alarms"), "", 0);
            steps.forEach(each -> table.row(each.step(), each.time(), each.user(), each.action().getLiteral(),
                    context.messages().text(each.undoable() ? "alarm.yes" : "alarm.no"), each.alarms()));
            table.print(context.out());
            context.json(Map.of("steps", steps.stream().map(each -> Map.of("step", each.step(), "time", each.time().toString(),
                    "user", each.user(), "action", each.action().getLiteral(), "alarms", each.alarms(), "undoable", each.undoable()))
                    .toList()));
        }
    }

    /** Prints what happened to one alarm. */
    @Command(name = "history")
    static final class History extends Part {
        private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

        @Parameters(arity = "1", paramLabel = "ID")
        String id = "";

        @Override
        void apply(CommandContext context, AlarmService alarms) throws StoreException {
            List<HistoryEntry> history = alarms.history(id);
            if (history.isEmpty() && alarms.find(id).isEmpty()) {
                throw new RefusedException(
                        Refusal.about(id, Refusal.Reason.UNKNOWN_ALARM).text(context.locale()));
            }
            Table table = Table.in(context).text(context.messages().text("alarm.column.time"))
                    .text(context.messages().text("alarm.column.user")).text(context.messages().text("alarm.column.action"))
                    .text(context.messages().text("alarm.column.text"));
            Labels labels = new Labels(context.locale());
            history.forEach(entry -> table.row(entry.time(), entry.user(), labels.of(entry.action()), said(context, entry)));
            table.print(context.out());
            context.json(Map.of("history", history.stream().map(entry -> document(context, entry)).toList()));
        }

        private static String said(CommandContext context, HistoryEntry entry) {
            return entry.said(context.locale(), time -> SHORT.format(time.atZone(context.zone())));
        }

        /** For scripts the text of a person as it is, and the sentence of the product as key and arguments too. */
        private static Map<String, Object> document(CommandContext context, HistoryEntry entry) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("time", entry.time().toString());
            json.put("user", entry.user());
            json.put("action", entry.action().getLiteral());
            json.put("text", entry.message().isPresent() ? said(context, entry) : entry.text());
            json.put("message", entry.message().orElse(null));
            return json;
        }
    }
}
