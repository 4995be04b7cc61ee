package org.towercrier.capacity.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.capacity.situation.CausePair;
import org.towercrier.capacity.situation.CauseRule;
import org.towercrier.capacity.situation.CauseRules;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.command.CommandContext;
import org.towercrier.command.Table;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which problems cause which others: what the alarms suggest, and what people adopted. */
final class CauseCommands {

    private CauseCommands() {
    }

    private static Map<String, Object> document(CausePair pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cause", pair.cause());
        json.put("effect", pair.effect());
        json.put("score", pair.score());
        json.put("followed", pair.followed());
        json.put("expected", pair.expected());
        json.put("reversed", pair.reversed());
        json.put("lag", pair.lag().toSeconds());
        return json;
    }

    private static void print(CommandContext context, List<CauseRule> rules) {
        Table table = Table.in(context).number(context.messages().text("situations.column.number"), "", 0);
        for (String column : List.of("cause", "effect", "time", "user", "revoked")) {
            table.text(context.messages().text("situations.column." + column));
        }
        rules.forEach(rule -> table.row(rule.id(), rule.cause(), rule.effect(), rule.adopted(), rule.adoptedBy(),
                rule.revocation().map(revoked -> revoked.user() + " " + revoked.time())));
        table.print(context.out());
        context.json(Map.of("rules", rules.stream().map(CauseCommands::document).toList()));
    }

    private static Map<String, Object> document(CauseRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put("cause", rule.cause());
        json.put("effect", rule.effect());
        json.put("adopted", rule.adopted().toString());
        json.put("adoptedBy", rule.adoptedBy());
        json.put("evidence", rule.evidence().map(CauseCommands::document).orElse(null));
        json.put("revoked", rule.revocation().map(revoked -> revoked.time().toString()).orElse(null));
        return json;
    }

    @Command(name = "causes")
    static final class Suggest extends SituationsCommand.Part {
        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            List<CausePair> pairs = context.service(CauseRules.class).suggestions();
            Table table = Table.in(context).text(context.messages().text("situations.column.cause"))
                    .text(context.messages().text("situations.column.effect"));
            table.number(context.messages().text("situations.column.score"), "", 1)
                    .number(context.messages().text("situations.column.followed"), "", 0)
                    .number(context.messages().text("situations.column.expected"), "", 1)
                    .number(context.messages().text("situations.column.reversed"), "", 0)
                    .number(context.messages().text("situations.column.lag"), "s", 0);
            pairs.forEach(pair -> table.row(pair.cause(), pair.effect(), pair.score(), pair.followed(), pair.expected(), pair.reversed(),
                    pair.lag().toSeconds()));
            table.print(context.out());
            context.out().println(context.messages().text("situations.suggested", pairs.size()));
            context.json(Map.of("suggestions", pairs.stream().map(CauseCommands::document).toList()));
        }
    }

    @Command(name = "rules")
    static final class Rules extends SituationsCommand.Part {
        @Option(names = "--all")
        boolean all;

        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            print(context, context.service(CauseRules.class).list(all));
        }
    }

    @Command(name = "adopt")
    static final class Adopt extends SituationsCommand.Part {
        @Option(names = "--cause", required = true)
        String cause = "";
        @Option(names = "--effect", required = true)
        String effect = "";
        @Option(names = "--user")
        String user = System.getProperty("user.name", "unknown");

        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            print(context, List.of(context.service(CauseRules.class).adopt(cause, effect, user)));
        }
    }

    @Command(name = "withdraw")
    static final class Withdraw extends SituationsCommand.Part {
        @Parameters(arity = "1", paramLabel = "RULE")
        long rule;
        @Option(names = "--user")
        String user = System.getProperty("user.name", "unknown");

        @Override
        void apply(CommandContext context, Situations situations) throws StoreException {
            CauseRules rules = context.service(CauseRules.class);
            rules.revoke(rule, user);
            print(context, rules.list(true).stream().filter(each -> each.id() == rule).toList());
        }
    }
}
