package org.towercrier.capacity.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.EffectiveRules;
import org.towercrier.capacity.RuleLogStep;
import org.towercrier.capacity.RuleProblem;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rule sets: {@code towercrier rules list|show|export|import|activate|validate|effective|log}. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "rules", subcommands = { RulesCommand.All.class, RulesCommand.Show.class, RulesCommand.Export.class,
        RulesCommand.Import.class, RulesCommand.Activate.class, RulesCommand.Validate.class, RulesCommand.Effective.class,
        RulesCommand.Log.class })
public final class RulesCommand implements HeadlessCommand {

    private static final String MESSAGES = "OSGI-INF/l10n/capacity-rules";

    @Override
    public String messages() {
        return MESSAGES;
    }

    @Override
    public int run(CommandContext context) {
        throw new UsageException(context.messages().text("rules.what"));
    }

    /** What all sub-commands have in common: a rule set with errors is input that is refused. */
    abstract static class RuleSetsCommand implements HeadlessCommand {

        @Override
        public String messages() {
            return MESSAGES;
        }

        @Override
        public int run(CommandContext context) throws StoreException, IOException {
            try {
                return run(context, context.service(RuleSets.class));
            } catch (RuleSetException refused) {
                throw new RefusedException(refused.getMessage(), refused);
            }
        }

        abstract int run(CommandContext context, RuleSets sets) throws StoreException, RuleSetException, IOException;
    }

    @Command(name = "list")
    static final class All extends RuleSetsCommand {
        @Override
        int run(CommandContext context, RuleSets sets) throws StoreException {
            Table table = columns(context, "name", "label", "active").number(context.messages().text("rules.column.version"), "", 0)
                    .number(context.messages().text("rules.column.rules"), "", 0)
                    .number(context.messages().text("rules.column.overrides"), "", 0).text(context.messages().text("rules.column.seen"));
            List<Map<String, Object>> json = new ArrayList<>();
            for (RuleSets.Info info : sets.list()) {
                RuleSet set = sets.find(info.name()).orElseThrow();
                Optional<RuleLogStep> seen = sets.seen(set);
                String active = !info.active() ? "no" : info.pending() ? "pending" : "yes";
                table.row(info.name(), info.label(), context.messages().text("rules." + active), info.version(), set.getRules().size(),
                        set.getOverrides().size(), seen.map(step -> step.user() + ", " + step.time()));
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("name", info.name());
                each.put("label", info.label());
                each.put("preset", info.preset());
                each.put("active", info.active());
                each.put("changedSinceActivation", info.pending());
                each.put("version", info.version());
                each.put("rules", set.getRules().size());
                each.put("overrides", set.getOverrides().size());
                each.put("digest", sets.digest(set));
                each.put("simulated", seen);
                json.add(each);
            }
            table.print(context.out());
            context.json(Map.of("ruleSets", json));
            return ExitCode.DONE;
        }
    }

    @Command(name = "show")
    static final class Show extends RuleSetsCommand {
        @Parameters(paramLabel = "FILE|NAME")
        String name = "";

        @Override
        int run(CommandContext context, RuleSets sets) throws StoreException, RuleSetException {
            RuleSet set = RuleSetArgument.find(sets, "rules show", name);
            context.out().print(sets.text(set));
            context.json(Map.of("name", set.getName(), "digest", sets.digest(set), "text", sets.text(set)));
            return ExitCode.DONE;
        }
    }

    @Command(name = "export")
    static final class Export extends RuleSetsCommand {
        @Parameters(paramLabel = "NAME")
        String name = "";
        @Option(names = "--out", paramLabel = "FILE")
        Path out;

        @Override
        int run(CommandContext context, RuleSets sets) throws StoreException, RuleSetException, IOException {
            RuleSet set = RuleSetArgument.find(sets, "rules export", name);
            if (out == null) {
                context.out().print(sets.text(set));
            } else {
                sets.write(set, out);
                context.err().println(context.messages().text("rules.exported", set.getName(), out));
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", set.getName());
            json.put("digest", sets.digest(set));
            json.put("file", Optional.ofNullable(out).map(Path::toString));
            json.put("text", out == null ? sets.text(set) : null);
            context.json(json);
            return ExitCode.DONE;
        }
    }

    @Command(name = "import")
    static final class Import extends RuleSetsCommand {
        @Parameters(paramLabel = "FILE")
        Path file;

        @Override
        int run(CommandContext context, RuleSets sets) throws StoreException, RuleSetException {
            RuleSet set = sets.read(file);
            long before = sets.list().stream().filter(info -> info.name().equals(set.getName())).mapToLong(RuleSets.Info::version)
                    .findFirst().orElse(0);
            long version = sets.save(set, before);
            context.out().println(context.messages().text("rules.imported", set.getName(), Long.toString(version)));
            context.json(Map.of("name", set.getName(), "version", version, "digest", sets.digest(set)));
            return ExitCode.DONE;
        }
    }

    @Command(name = "activate")
    static final class Activate extends RuleSetsCommand {
        @Parameters(paramLabel = "NAME")
        String name = "";
        @Option(names = "--skip-simulation")
        boolean skip;
        @Option(names = "--user")
        String user = System.getProperty("user.name", "unknown");

        @Override
        int run(CommandContext context, RuleSets sets) throws StoreException, RuleSetException {
            sets.activate(name, user, skip);
            context.out().println(context.messages().text("rules.activated", name));
            context.json(Map.of("name", name, "digest", sets.digest(sets.active())));
            return ExitCode.DONE;
        }
    }

    @Command(name = "validate")
    static final class Validate extends RuleSetsCommand {
        @Parameters(paramLabel = "FILE|NAME")
        String name = "";

        @Override
        int run(CommandContext context, RuleSets sets) throws StoreException, RuleSetException {
            try {
                RuleSet set = RuleSetArgument.find(sets, "rules validate", name);
                List<RuleProblem> problems = sets.validate(set, context.locale());
                if (problems.isEmpty()) {
                    context.out().println(
                            context.messages().text("rules.valid", set.getName(), set.getRules().size(), set.getOverrides().size()));
                }
                return report(context, problems, problems.stream()
                        .map(each -> (each.rule() + " " + each.feature()).strip() + ": " + each.message()).toList());
            } catch (RuleSetException unreadable) {
                if (unreadable.problems().isEmpty()) {
                    throw unreadable;
                }
                return report(context, unreadable.problems(), unreadable.problems().stream().map(RuleProblem::message).toList());
            }
        }

        private static int report(CommandContext context, List<RuleProblem> problems, List<String> lines) {
            lines.forEach(context.out()::println);
            context.json(Map.of("valid", problems.isEmpty(), "problems", problems));
            return problems.isEmpty() ? ExitCode.DONE : ExitCode.CONDITION;
        }
    }

    @Command(name = "effective")
    static final class Effective extends RuleSetsCommand {
        @Option(names = "--cell", required = true, paramLabel = "ID")
        String cell = "";
        @Option(names = "--rules", paramLabel = "FILE|NAME")
        String rules;
        @Option(names = "--overridden")
        boolean overridden;

        @Override
        int run(CommandContext context, RuleSets sets) throws StoreException, RuleSetException {
            RuleSet set = rules == null ? sets.active() : RuleSetArgument.find(sets, "--rules", rules);
            EffectiveRules effective = sets.effective(set, cell, context.locale())
                    .orElseThrow(() -> new UsageException(context.messages().text("rules.nocell", cell)));
            EffectiveRules.Place place = effective.cell();
            context.out().println(context.messages().text("rules.cell", place.cell(), String.join(", ", Stream
                    .of(place.technology(), place.scenario(), place.region(), place.site(), place.sector()).filter(text -> !text.isEmpty())
                    .toList())));
            Table table = columns(context, "rule", "name", "value", "origin", "inherited");
            for (EffectiveRules.Rule rule : effective.rules()) {
                if (!rule.applies()) {
                    table.row(rule.rule(), "enabled", context.messages().text("rules.off"), "", "");
                }
                rule.values().stream().filter(value -> !overridden || value.origin().overridden())
                        .forEach(value -> table.row(rule.rule(), value.feature(), (value.value() + " " + value.unit()).strip(),
                                value.origin().text(context.locale()), value.inherited().orElse("")));
            }
            table.print(context.out());
            context.json(document(context, effective));
            return ExitCode.DONE;
        }

        private static Map<String, Object> document(CommandContext context, EffectiveRules effective) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("ruleSet", effective.ruleSet());
            json.put("place", effective.cell());
            json.put("rules", effective.rules().stream().map(rule -> {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("rule", rule.rule());
                each.put("name", rule.name());
                each.put("applies", rule.applies());
                each.put("values", rule.values().stream().map(value -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("feature", value.feature());
                    one.put("value", value.value());
                    one.put("unit", value.unit());
                    one.put("level", value.origin().level());
                    one.put("origin", value.origin().text(context.locale()));
                    one.put("inherited", value.inherited());
                    return one;
                }).toList());
                return each;
            }).toList());
            return json;
        }
    }

    @Command(name = "log")
    static final class Log extends RuleSetsCommand {
        @Override
        int run(CommandContext context, RuleSets sets) throws StoreException {
            List<RuleLogStep> steps = sets.log();
            Table table = columns(context, "time", "user", "action", "ruleset", "digest", "period");
            steps.forEach(step -> table.row(step.time(), step.user(), step.action(), step.ruleSet(), step.digest().substring(0, 12),
                    step.from().map(from -> from + " – " + step.to().map(Object::toString).orElse(""))));
            if (steps.isEmpty()) {
                context.out().println(context.messages().text("rules.steps.none"));
            } else {
                table.print(context.out());
            }
            context.json(Map.of("steps", steps));
            return ExitCode.DONE;
        }
    }

    private static Table columns(CommandContext context, String... columns) {
        Table table = Table.in(context);
        for (String column : columns) {
            table.text(context.messages().text("rules.column." + column));
        }
        return table;
    }
}
