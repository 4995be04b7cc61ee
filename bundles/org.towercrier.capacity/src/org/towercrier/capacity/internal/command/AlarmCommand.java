package org.towercrier.capacity.internal.command;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmActionException;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The life cycle of alarms: {@code towercrier alarm ack|unack|comment|assign|shelve|unshelve|clear|history ID…}. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "alarm", subcommands = { AlarmCommand.Acknowledge.class, AlarmCommand.Unacknowledge.class,
        AlarmCommand.Comment.class, AlarmCommand.Assign.class, AlarmCommand.Shelve.class, AlarmCommand.Unshelve.class,
        AlarmCommand.Clear.class, AlarmCommand.History.class })
public final class AlarmCommand implements HeadlessCommand {

    @Override
    public String messages() {
        return "OSGI-INF/l10n/alarms";
    }

    @Override
    public int run(CommandContext context) {
        throw new UsageException(context.messages().text("alarm.what"));
    }

    /** What all steps have in common: the alarms, the person, a remark. */
    abstract static class StepCommand implements HeadlessCommand {
        @Parameters(arity = "1..*", paramLabel = "ID")
        List<String> ids = List.of();
        @Option(names = "--text")
        String text = "";
        @Option(names = "--user")
        String user = System.getProperty("user.name", "unknown");

        @Override
        public String messages() {
            return "OSGI-INF/l10n/alarms";
        }

        @Override
        public int run(CommandContext context) throws StoreException {
            try {
                List<Alarm> changed = apply(context.service(AlarmService.class));
                changed.forEach(alarm -> context.out()
                        .println(context.messages().text("alarm.now", alarm.id(), alarm.cell(), alarm.state())));
                context.json(Map.of("alarms", changed.stream().map(AlarmDocument::of).toList()));
            } catch (AlarmActionException e) {
                throw new RefusedException(e.getMessage(), e);
            }
            return ExitCode.DONE;
        }

        abstract List<Alarm> apply(AlarmService alarms) throws StoreException;
    }

    @Command(name = "ack")
    static final class Acknowledge extends StepCommand {
        @Override
        List<Alarm> apply(AlarmService alarms) throws StoreException {
            return alarms.acknowledge(ids, user, text);
        }
    }

    @Command(name = "unack")
    static final class Unacknowledge extends StepCommand {
        @Override
        List<Alarm> apply(AlarmService alarms) throws StoreException {
            return alarms.unacknowledge(ids, user, text);
        }
    }

    @Command(name = "comment")
    static final class Comment extends StepCommand {
        @Override
        List<Alarm> apply(AlarmService alarms) throws StoreException {
            return alarms.comment(ids, user, text);
        }
    }

    @Command(name = "assign")
    static final class Assign extends StepCommand {
        @Option(names = "--to", required = true)
        String assignee = "";

        @Override
        List<Alarm> apply(AlarmService alarms) throws StoreException {
            return alarms.assign(ids, user, assignee);
        }
    }

    @Command(name = "shelve")
    static final class Shelve extends StepCommand {
        @Option(names = "--until")
        String until;
        @Option(names = "--for")
        Duration duration = Duration.ofHours(8);

        private ZoneId zone = ZoneOffset.UTC;

        @Override
        public int run(CommandContext context) throws StoreException {
            zone = context.zone();
            return super.run(context);
        }

        @Override
        List<Alarm> apply(AlarmService alarms) throws StoreException {
            return alarms.shelve(ids, user, until(), text);
        }

        private Instant until() {
            return Times.parse("--until", until, zone).orElseGet(() -> Instant.now().plus(duration));
        }
    }

    @Command(name = "unshelve")
    static final class Unshelve extends StepCommand {
        @Override
        List<Alarm> apply(AlarmService alarms) throws StoreException {
            return alarms.unshelve(ids, user, text);
        }
    }

    @Command(name = "clear")
    static final class Clear extends StepCommand {
        @Override
        List<Alarm> apply(AlarmService alarms) throws StoreException {
            return alarms.clear(ids, user, text);
        }
    }

    /** Prints what happened to one alarm. */
    @Command(name = "history")
    static final class History implements HeadlessCommand {
        @Parameters(arity = "1", paramLabel = "ID")
        String id = "";

        @Override
        public String messages() {
            return "OSGI-INF/l10n/alarms";
        }

        @Override
        public int run(CommandContext context) throws StoreException {
            AlarmService alarms = context.service(AlarmService.class);
            List<HistoryEntry> history = alarms.history(id);
            if (history.isEmpty() && alarms.find(id).isEmpty()) {
                throw new RefusedException(new AlarmActionException(id, "does not exist").getMessage());
            }
            Table table = Table.in(context).text(context.messages().text("alarm.column.time"))
                    .text(context.messages().text("alarm.column.user")).text(context.messages().text("alarm.column.action"))
                    .text(context.messages().text("alarm.column.text"));
            history.forEach(entry -> table.row(entry.time(), entry.user(), entry.action().getLiteral(), entry.text()));
            table.print(context.out());
            context.json(Map.of("history", history.stream().map(entry -> Map.of("time", entry.time().toString(), "user",
                    entry.user(), "action", entry.action().getLiteral(), "text", entry.text())).toList()));
            return ExitCode.DONE;
        }
    }
}
