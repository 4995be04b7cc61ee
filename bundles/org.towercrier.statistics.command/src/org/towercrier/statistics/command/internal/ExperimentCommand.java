package org.towercrier.statistics.command.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.UsageException;
import org.towercrier.exchange.tabular.TableColumn;
import org.towercrier.statistics.experiment.Experiment;
import org.towercrier.statistics.experiment.VerdictRule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code experiment}: the result of an experiment from any table with one row per person. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "experiment")
public final class ExperimentCommand implements HeadlessCommand {

    private static final int MOST_ARMS = 50;

    @Mixin
    TableOptions table = new TableOptions();

    @Option(names = "--arm", paramLabel = "COL", required = true)
    String arm = "";

    @Option(names = "--control", paramLabel = "VALUE", required = true)
    String control = "";

    @Option(names = "--outcome", paramLabel = "COL,...", required = true)
    String outcome = "";

    @Option(names = "--score", paramLabel = "COL")
    Optional<String> score = Optional.empty();

    @Option(names = "--cost", paramLabel = "N")
    Optional<Double> cost = Optional.empty();

    @Option(names = "--margin", paramLabel = "N")
    Optional<Double> margin = Optional.empty();

    @Option(names = "--value", paramLabel = "COL")
    Optional<String> value = Optional.empty();

    @Option(names = "--split", paramLabel = "ARM=SHARE,...")
    Optional<String> split = Optional.empty();

    @Option(names = "--lower-is-better", paramLabel = "COL,...")
    Optional<String> lowerIsBetter = Optional.empty();

    @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "0.95")
    double level = 0.95;

    @Override
    public int run(CommandContext context) {
        checkOptions(context);
        Input input = Input.open(table, context);
        String armColumn = input.column(arm);
        List<String> outcomeColumns = input.columns(outcome);
        Optional<String> scoreColumn = score.map(input::column);
        List<String> lower = lowerIsBetter.map(input::columns).orElse(List.of());
        Optional<String> valueColumn = value.map(input::column);
        if (valueColumn.isPresent() && !outcomeColumns.contains(valueColumn.get())) {
            throw new UsageException(context.messages().text("Experiment_Value", valueColumn.get()));
        }
        input.read();
        TableColumn arms = input.get(armColumn);
        List<String> names = names(arms, armColumn, context);
        int controlArm = find(names, control).orElseThrow(
                () -> new UsageException(context.messages().text("Experiment_NoControl", control, armColumn, String.join(", ", names))));
        LeftOut leftOut = input.leftOut();
        boolean[] used = Rows.all(input.rows());
        int[] codes = arms.codes(names);
        leftOut.blanks(input, armColumn, codes, used);
        List<Experiment.Outcome> outcomes = outcomeColumns.stream()
                .map(name -> new Experiment.Outcome(name, input.numbersOrTruth(name), lower.contains(name))).toList();
        for (Experiment.Outcome each : outcomes) {
            leftOut.blanks(input, each.name(), each.values(), used.clone());
        }
        Optional<double[]> scores = scoreColumn.map(input::numbersOrTruth);
        scores.ifPresent(values -> leftOut.blanks(input, scoreColumn.get(), values, used.clone()));
        VerdictRule usual = VerdictRule.USUAL;
        VerdictRule rule = new VerdictRule(Math.round((1 - level) * 1e12) / 1e12, usual.power(), usual.relevantLift(),
                usual.fewestPersons(), usual.fewestExpected());
        Optional<Experiment.Money> money = cost.map(spent -> new Experiment.Money(spent, margin.orElseThrow(), valueColumn));
        Experiment.Setup setup = new Experiment.Setup(names, controlArm, weights(names, context), level, rule, money);
        Experiment.Result result = Experiment.analyse(setup, codes, outcomes, scores);
        ExperimentReport report = new ExperimentReport(input.path(), setup, scoreColumn, result, leftOut);
        leftOut.tell(context);
        report.print(context);
        context.json(report.document());
        return ExitCode.DONE;
    }

    private void checkOptions(CommandContext context) {
        if (!(level > 0 && level < 1)) {
            throw new UsageException(context.messages().text("Statistics_Level", String.valueOf(level)));
        }
        if (cost.isPresent() != margin.isPresent()) {
            throw new UsageException(context.messages().text("Experiment_CostAndMargin"));
        }
        if (cost.isPresent() && !(cost.get() > 0)) {
            throw new UsageException(context.messages().text("Experiment_Cost", String.valueOf(cost.get())));
        }
    }

    private static List<String> names(TableColumn arms, String column, CommandContext context) {
        List<String> names = Groups.of(arms);
        if (names.size() > MOST_ARMS) {
            throw new UsageException(context.messages().text("Experiment_ManyArms", column, names.size()));
        }
        if (names.size() < 2) {
            throw new RefusedException(context.messages().text("Experiment_OneArm", column, String.join(", ", names)));
        }
        return names;
    }

    /** As written, else without regard to case, else as the same number. */
    private static OptionalInt find(List<String> names, String wanted) {
        String name = wanted.strip();
        if (names.contains(name)) {
            return OptionalInt.of(names.indexOf(name));
        }
        int[] alike = IntStream.range(0, names.size()).filter(i -> names.get(i).equalsIgnoreCase(name) || sameNumber(names.get(i), name))
                .toArray();
        return alike.length == 1 ? OptionalInt.of(alike[0]) : OptionalInt.empty();
    }

    private static boolean sameNumber(String one, String other) {
        String number = "[-+]?\\d+(\\.\\d+)?";
        return one.matches(number) && other.matches(number) && Double.parseDouble(one) == Double.parseDouble(other);
    }

    private double[] weights(List<String> names, CommandContext context) {
        double[] weights = new double[names.size()];
        if (split.isEmpty()) {
            Arrays.fill(weights, 1);
            return weights;
        }
        // names of arms may contain commas: the one after a share separates
        for (String part : split.get().split("(?<==[0-9.]{1,15}%{0,1}),")) {
            int at = part.lastIndexOf('=');
            OptionalInt arm = at < 0 ? OptionalInt.empty() : find(names, part.substring(0, at));
            String share = at < 0 ? "" : part.substring(at + 1).strip();
            if (arm.isEmpty() || !share.matches("\\d+(\\.\\d+)?%?") || Double.parseDouble(share.replace("%", "")) <= 0) {
                throw new UsageException(context.messages().text("Experiment_Split", part, String.join(", ", names)));
            }
            weights[arm.getAsInt()] = Double.parseDouble(share.replace("%", ""));
        }
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] == 0) {
                throw new UsageException(context.messages().text("Experiment_Split", names.get(i), String.join(", ", names)));
            }
        }
        return weights;
    }

    @Override
    public String messages() {
        return "OSGI-INF/l10n/statistics";
    }
}
