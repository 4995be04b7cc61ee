package org.towercrier.capacity.internal.command;

import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.situation.Choice;
import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.SituationException;
import org.towercrier.capacity.situation.SituationException.Reason;
import org.towercrier.capacity.situation.Situations;
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

/** Alarms that belong together: {@code towercrier situations list|show|open|move|reject|decisions|revoke|correlate|causes|rules|adopt|withdraw}. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "situations", subcommands = { SituationsCommand.ListAll.class, SituationsCommand.Show.class,
        SituationsCommand.Open.class, SituationsCommand.Move.class, SituationsCommand.Reject.class,
        SituationsCommand.Decisions.class, SituationsCommand.Revoke.class, CorrelateCommand.class,
        CauseCommands.Suggest.class, CauseCommands.Rules.class, CauseCommands.Adopt.class, CauseCommands.Withdraw.class })
public final class SituationsCommand implements HeadlessCommand {

    static final String MESSAGES = "OSGI-INF/l10n/situations";

    @Override
    public String messages() {
        return MESSAGES;
    }

    @Override
    public int run(CommandContext context) {
        throw new UsageException(context.messages().text("situations.what"));
    }

    /** What is said in the same way for all: the messages, and a refusal as a sentence. */
    abstract static class Part implements HeadlessCommand {
        @Override
        public String messages() {
            return MESSAGES;
        }

        @Override
        public int run(CommandContext context) throws StoreException {
            try {
                apply(context, context.service(Situations.class));
            } catch (SituationException refused) {
                throw new RefusedException(refused.text(context.locale()), refused);
            }
            return ExitCode.DONE;
        }

        abstract void apply(CommandContext context, Situations situations) throws StoreException;
    }

    static void print(CommandContext context, List<Situation> found) {
        Table table = Table.in(context);
        for (String column : List.of("id", "severity", "scope", "place", "parent", "began", "latest")) {
            table.text(context.messages().text("situations.column." + column));
        }
        table.number(context.messages().text("situations.column.members"), "", 0);
        table.number(context.messages().text("situations.column.cells"), "", 0);
        found.forEach(each -> table.row(each.id(), each.severity().getLiteral(), each.scope().getLiteral(), each.place(), each.parent(),
                each.began(), each.latest(), each.members().size(), each.cells()));
        table.print(context.out());
        context.out().println(context.messages().text("situations.count", found.size(),
                found.stream().mapToInt(each -> each.members().size()).sum()));
        context.json(Map.of("situations", found.stream().map(SituationDocument::of).toList()));
    }

    static void print(CommandContext context, Situation situation) {
        context.out().println(context.messages().text("situations.head", situation.id(), situation.severity().getLiteral(),
                situation.scope().getLiteral(), situation.place(), situation.members().size(), situation.cells()));
        Table table = Table.in(context);
        for (String column : List.of("alarm", "cell", "link", "linkedTo")) {
            table.text(context.messages().text("situations.column." + column));
        }
        table.number(context.messages().text("situations.column.lag"), "s", 0).text(context.messages().text("situations.column.note"));
        for (Situation.Member member : situation.members()) {
            table.row(member.alarm(), member.cell(), member.link().getLiteral(), member.linkedTo(), member.lag().toSeconds(),
                    note(context, situation, member));
        }
        table.print(context.out());
        context.json(SituationDocument.of(situation));
    }

    private static String note(CommandContext context, Situation situation, Situation.Member member) {
        String parent = member.alarm().equals(situation.parent()) ? context.messages().text("situations.parent") : "";
        String gone = member.listed() ? "" : context.messages().text("situations.gone");
        String decided = member.decision().isPresent()
                ? context.messages().text("situations.decided", Long.toString(member.decision().getAsLong())) : "";
        return String.join(" ", List.of(parent, gone, decided)).strip().replaceAll(" +", " ");
    }

    private static void printDecisions(CommandContext context, List<Decision> decisions) {
        Table table = Table.in(context).number(context.messages().text("situations.column.number"), "", 0);
        for (String column : List.of("time", "user", "decision", "alarm", "anchor", "always", "text", "revoked")) {
            table.text(context.messages().text("situations.column." + column));
        }
        decisions.forEach(each -> table.row(each.id(), each.time(), each.user(), each.kind().getLiteral(), each.alarm(), each.anchor(),
                context.messages().text(each.always() ? "situations.yes" : "situations.no"), each.text(),
                each.revocation().map(revoked -> revoked.user() + " " + revoked.time())));
        table.print(context.out());
        context.json(Map.of("decisions", decisions.stream().map(SituationDocument::of).toList()));
    }

    @Command(name = "list")
    static final class ListAll extends Part {
        @Option(names = "--all")
        boolean all;

        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            print(context, situations.list(all));
        }
    }

    @Command(name = "show")
    static final class Show extends Part {
        @Parameters(arity = "1", paramLabel = "ID")
        String id = "";

        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            print(context, situations.find(id).orElseThrow(() -> new SituationException(Reason.UNKNOWN_SITUATION, id)));
        }
    }

    /** A step with alarms that is kept as a decision. */
    abstract static class Deciding extends Part {
        @Parameters(arity = "1..*", paramLabel = "ALARM")
        List<String> alarms = List.of();
        @Option(names = "--always")
        boolean always;
        @Option(names = "--text")
        String text = "";
        @Option(names = "--user")
        String user = System.getProperty("user.name", "unknown");

        Choice choice() {
            return new Choice(user, always, text);
        }
    }

    @Command(name = "open")
    static final class Open extends Deciding {
        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            print(context, situations.open(alarms, choice()));
        }
    }

    @Command(name = "move")
    static final class Move extends Deciding {
        @Option(names = "--to", required = true, paramLabel = "SITUATION")
        String target = "";

        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            print(context, situations.move(alarms, target, choice()));
        }
    }

    @Command(name = "reject")
    static final class Reject extends Deciding {
        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            printDecisions(context, situations.reject(alarms, choice()));
        }
    }

    @Command(name = "decisions")
    static final class Decisions extends Part {
        @Option(names = "--all")
        boolean all;

        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            printDecisions(context, situations.decisions(all));
        }
    }

    @Command(name = "revoke")
    static final class Revoke extends Part {
        @Parameters(arity = "1..*", paramLabel = "DECISION")
        List<Long> decisions = List.of();
        @Option(names = "--user")
        String user = System.getProperty("user.name", "unknown");

        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            situations.revoke(decisions, user);
            printDecisions(context, situations.decisions(true).stream().filter(each -> decisions.contains(each.id())).toList());
        }
    }
}
