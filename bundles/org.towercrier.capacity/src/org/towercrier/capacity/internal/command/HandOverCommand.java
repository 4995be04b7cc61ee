package org.towercrier.capacity.internal.command;

import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.handover.HandOver;
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

/** {@code handover}: the notes for the next shift; {@code write} adds one, {@code amend} says it otherwise, {@code show} prints one. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "handover", subcommands = { HandOverCommand.Write.class, HandOverCommand.Amend.class, HandOverCommand.Show.class })
public final class HandOverCommand implements HeadlessCommand {

    private static final String TEXTS = "OSGI-INF/l10n/alarms";

    @Override
    public String messages() {
        return TEXTS;
    }

    @Override
    public int run(CommandContext context) throws StoreException {
        List<HandOver.Note> notes = context.service(HandOver.class).notes();
        if (notes.isEmpty()) {
            context.out().println(context.messages().text("handover.none"));
        } else {
            Table table = Table.in(context).text(context.messages().text("handover.name")).text(context.messages().text("handover.written"))
                    .text(context.messages().text("handover.author")).text(context.messages().text("handover.shift"))
                    .number(context.messages().text("handover.open"), "", 0).text(context.messages().text("handover.text"));
            notes.forEach(note -> table.row(note.name(), note.written(), note.author(), note.shift(), note.alarms().size(),
                    note.text().lines().findFirst().orElse("")));
            table.print(context.out());
        }
        context.json(Map.of("notes", notes));
        return ExitCode.DONE;
    }

    @Command(name = "write")
    static final class Write implements HeadlessCommand {
        @Parameters(arity = "1..*", paramLabel = "TEXT")
        List<String> text = List.of();
        @Option(names = "--shift")
        String shift = "";
        @Option(names = "--user")
        String user = System.getProperty("user.name", "unknown");

        @Override
        public String messages() {
            return TEXTS;
        }

        @Override
        public int run(CommandContext context) throws StoreException {
            String words = words(context, text);
            HandOver.Note note = context.service(HandOver.class).write(user, shift, words);
            context.out().println(context.messages().text("handover.done", note.name(), note.alarms().size()));
            context.json(Map.of("note", note));
            return ExitCode.DONE;
        }
    }

    /** What a note is to say. */
    private static String words(CommandContext context, List<String> text) {
        String words = String.join(" ", text);
        if (words.isBlank()) {
            throw new UsageException(context.messages().text("handover.empty"));
        }
        return words;
    }

    /** The note of a name. */
    private static HandOver.Note find(CommandContext context, String name) throws StoreException {
        return context.service(HandOver.class).find(name)
                .orElseThrow(() -> new RefusedException(context.messages().text("handover.unknown", name)));
    }

    @Command(name = "amend")
    static final class Amend implements HeadlessCommand {
        @Parameters(index = "0", paramLabel = "NAME")
        String name = "";
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT")
        List<String> text = List.of();

        @Override
        public String messages() {
            return TEXTS;
        }

        @Override
        public int run(CommandContext context) throws StoreException {
            String words = words(context, text);
            HandOver.Note note = context.service(HandOver.class).amend(find(context, name), words);
            context.out().println(context.messages().text("handover.amended", note.name(), note.version()));
            context.json(Map.of("note", note));
            return ExitCode.DONE;
        }
    }

    @Command(name = "show")
    static final class Show implements HeadlessCommand {
        @Parameters(arity = "1", paramLabel = "NAME")
        String name = "";

        @Override
        public String messages() {
            return TEXTS;
        }

        @Override
        public int run(CommandContext context) throws StoreException {
            HandOver.Note note = find(context, name);
            List<HandOver.Version> versions = context.service(HandOver.class).versions(name);
            context.out().println(note.text());
            context.out().println();
            versions.stream().skip(1).forEach(version -> context.out().println(context.messages().text("handover.before", version.number(),
                    version.user(), version.saved().toString(), version.text())));
            Table table = Table.in(context).text(context.messages().text("alarms.column.id"))
                    .text(context.messages().text("alarms.column.severity")).text(context.messages().text("alarms.column.cell"))
                    .text(context.messages().text("alarms.column.problem")).text(context.messages().text("alarms.column.raised"))
                    .text(context.messages().text("alarms.column.acknowledged"));
            note.alarms().forEach(alarm -> table.row(alarm.alarm(), alarm.severity().getLiteral(), alarm.cell(), alarm.problem(),
                    alarm.raised(), alarm.acknowledgedBy().orElse("")));
            table.print(context.out());
            context.json(Map.of("note", note, "versions", versions));
            return ExitCode.DONE;
        }
    }
}
