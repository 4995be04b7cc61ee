package org.towercrier.statistics.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The result of an experiment with one control and one or more treatment arms, for one or more outcomes. */
public final class Experiment {

    /** What an outcome is. */
    public enum Kind {
        /** Only 0 and 1. */
        BINARY,
        /** Any numbers. */
        NUMERIC
    }

    /**
     * An outcome.
     *
     * @param values of each person, NaN where it is absent
     * @param lowerIsBetter is less of it what is wanted?
     */
    public record Outcome(String name, double[] values, boolean lowerIsBetter) {

        /** Binary when there are only zeros and ones. */
        public Kind kind() {
            return Arrays.stream(values).parallel().allMatch(value -> value == 0 || value == 1 || Double.isNaN(value)) ? Kind.BINARY
                    : Kind.NUMERIC;
        }
    }

    /**
     * What a campaign costs and earns.
     *
     * @param cost of each treatment arm as a whole
     * @param margin earned per unit of the outcome
     * @param outcome that is worth money; when empty the first numeric one, else the first
     */
    public record Money(double cost, double margin, Optional<String> outcome) {
    }

    /**
     * How an experiment is judged.
     *
     * @param arms names of the arms
     * @param control number of the control arm
     * @param weights planned share of each arm, in any unit
     * @param level confidence level
     */
    public record Setup(List<String> arms, int control, double[] weights, double level, VerdictRule rule, Optional<Money> money) {

        public Setup {
            arms = List.copyOf(arms);
            if (control < 0 || control >= arms.size() || weights.length != arms.size()) {
                throw new IllegalArgumentException("The control is one of the arms, and each has a planned share");
            }
        }

        /** Equal shares, 95 %, the usual rule, no money. */
        public static Setup of(List<String> arms, int control) {
            double[] weights = new double[arms.size()];
            Arrays.fill(weights, 1);
            return new Setup(arms, control, weights, 0.95, VerdictRule.USUAL, Optional.empty());
        }
    }

    /** An outcome of an arm. */
    public record ArmOutcome(String outcome, Kind kind, Arm figures) {
    }

    /** An arm. @param n persons in it, also those whose outcome is absent */
    public record ArmResult(String arm, long n, List<ArmOutcome> outcomes) {
    }

    /** An effect. @param adjustedP p adjusted for the number of treatment arms, which the verdict goes by */
    public record EffectResult(String arm, String outcome, Effect effect, double adjustedP) {
    }

    /** A Qini coefficient. @param curve at most a hundred points of the curve */
    public record QiniResult(String arm, String outcome, Qini.Result result, List<Qini.Point> curve) {
    }

    /** A return. @param outcome that was worth money @param chanceOfProfit probability that it is above 0 */
    public record ReturnResult(String arm, String outcome, IncrementalReturn figures, double chanceOfProfit) {
    }

    /** A verdict. */
    public record VerdictResult(String arm, String outcome, Verdict verdict) {
    }

    /** All there is to say. */
    public record Result(String control, List<ArmResult> arms, List<EffectResult> effects, SampleRatio sampleRatio, List<QiniResult> qini,
            List<ReturnResult> returns, List<VerdictResult> verdicts) {
    }

    private static final int CURVE_POINTS = 101;

    private final Setup setup;
    private final List<Outcome> outcomes;
    private final long[] sizes;
    private final List<Kind> kinds;
    private final List<List<Arm>> figures;

    private Experiment(Setup setup, List<Outcome> outcomes, long[] sizes, List<Kind> kinds, List<List<Arm>> figures) {
        this.setup = setup;
        this.outcomes = outcomes;
        this.sizes = sizes;
        this.kinds = kinds;
        this.figures = figures;
    }

    /**
     * Analyses an experiment.
     *
     * @param arms arm of each person by its number; negative leaves the person out
     * @param score by which the audience was ranked, NaN where absent; empty for none
     */
    public static Result analyse(Setup setup, int[] arms, List<Outcome> outcomes, Optional<double[]> score) {
        long[] sizes = new long[setup.arms().size()];
        for (int arm : arms) {
            if (arm >= 0) {
                sizes[arm]++;
            }
        }
        List<Kind> kinds = outcomes.stream().map(Outcome::kind).toList();
        List<List<Arm>> figures = outcomes.stream().parallel().map(outcome -> summarise(outcome.values(), arms, sizes.length)).toList();
        Experiment experiment = new Experiment(setup, outcomes, sizes, kinds, figures);
        List<QiniResult> qini = score.map(values -> experiment.qini(arms, values)).orElse(List.of());
        return experiment.result(qini);
    }

    /**
     * Judges an experiment whose arms were summarised elsewhere, for example by a database.
     *
     * @param sizes persons in each arm
     * @param outcomes names of the outcomes; their values are not looked at
     * @param kinds of the outcomes
     * @param figures of each outcome, for each arm
     */
    public static Result judge(Setup setup, long[] sizes, List<Outcome> outcomes, List<Kind> kinds, List<List<Arm>> figures) {
        return new Experiment(setup, outcomes, sizes, kinds, figures).result(List.of());
    }

    private static List<Arm> summarise(double[] values, int[] arms, int count) {
        double[] sums = new double[count];
        long[] known = new long[count];
        for (int i = 0; i < values.length; i++) {
            if (arms[i] >= 0 && !Double.isNaN(values[i])) {
                sums[arms[i]] += values[i];
                known[arms[i]]++;
            }
        }
        double[] squares = new double[count];
        for (int i = 0; i < values.length; i++) {
            if (arms[i] >= 0 && !Double.isNaN(values[i])) {
                double difference = values[i] - sums[arms[i]] / known[arms[i]];
                squares[arms[i]] += difference * difference;
            }
        }
        return IntStream.range(0, count).mapToObj(arm -> Arm.ofSums(known[arm], sums[arm], squares[arm])).toList();
    }

    private Result result(List<QiniResult> qini) {
        List<ArmResult> arms = new ArrayList<>();
        for (int arm = 0; arm < sizes.length; arm++) {
            int number = arm;
            arms.add(new ArmResult(setup.arms().get(arm), sizes[arm], IntStream.range(0, outcomes.size())
                    .mapToObj(o -> new ArmOutcome(outcomes.get(o).name(), kinds.get(o), figures.get(o).get(number))).toList()));
        }
        List<EffectResult> effects = new ArrayList<>();
        List<VerdictResult> verdicts = new ArrayList<>();
        for (int o = 0; o < outcomes.size(); o++) {
            judge(o, effects, verdicts);
        }
        return new Result(setup.arms().get(setup.control()), arms, effects, SampleRatio.test(sizes, setup.weights()), qini,
                returns(effects),
                verdicts);
    }

    private int[] treatments() {
        return IntStream.range(0, sizes.length).filter(arm -> arm != setup.control()).toArray();
    }

    private void judge(int o, List<EffectResult> effects, List<VerdictResult> verdicts) {
        Outcome outcome = outcomes.get(o);
        boolean binary = kinds.get(o) == Kind.BINARY;
        Arm control = figures.get(o).get(setup.control());
        int[] treatments = treatments();
        List<Effect> found = Arrays.stream(treatments).mapToObj(arm -> figures.get(o).get(arm))
                .map(arm -> binary ? Effect.ofRates(arm, control, setup.level()) : Effect.ofMeans(arm, control, setup.level())).toList();
        double[] adjusted = VerdictRule.holm(found.stream().mapToDouble(Effect::p).toArray());
        for (int i = 0; i < treatments.length; i++) {
            String arm = setup.arms().get(treatments[i]);
            effects.add(new EffectResult(arm, outcome.name(), found.get(i), adjusted[i]));
            verdicts.add(new VerdictResult(arm, outcome.name(), setup.rule().judge(figures.get(o).get(treatments[i]), control, found.get(i),
                    adjusted[i], binary, outcome.lowerIsBetter())));
        }
    }

    private List<ReturnResult> returns(List<EffectResult> effects) {
        if (setup.money().isEmpty() || outcomes.isEmpty()) {
            return List.of();
        }
        Money money = setup.money().get();
        int first = Math.max(0, kinds.indexOf(Kind.NUMERIC));
        String name = money.outcome().orElse(outcomes.get(first).name());
        int o = IntStream.range(0, outcomes.size()).filter(i -> outcomes.get(i).name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No outcome " + name));
        return effects.stream().filter(effect -> effect.outcome().equals(name)).map(effect -> {
            long persons = figures.get(o).get(setup.arms().indexOf(effect.arm())).n();
            return new ReturnResult(effect.arm(), name, IncrementalReturn.of(effect.effect(), persons, money.margin(), money.cost()),
                    IncrementalReturn.chanceOfProfit(effect.effect(), persons, money.margin(), money.cost()));
        }).toList();
    }

    private List<QiniResult> qini(int[] arms, double[] scores) {
        return Arrays.stream(treatments()).boxed().flatMap(arm -> outcomes.stream().map(outcome -> Map.entry(arm, outcome))).parallel()
                .map(pair -> qini(pair.getKey(), pair.getValue(), arms, scores)).toList();
    }

    private QiniResult qini(int arm, Outcome outcome, int[] arms, double[] scores) {
        int[] rows = IntStream.range(0, arms.length).filter(i -> (arms[i] == arm || arms[i] == setup.control()) && !Double.isNaN(scores[i])
                && !Double.isNaN(outcome.values()[i])).toArray();
        boolean[] treated = new boolean[rows.length];
        double[] values = new double[rows.length];
        double[] ranks = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            treated[i] = arms[rows[i]] == arm;
            values[i] = outcome.values()[rows[i]];
            ranks[i] = scores[rows[i]];
        }
        Qini qini = Qini.of(treated, values, ranks);
        return new QiniResult(setup.arms().get(arm), outcome.name(), qini.result(setup.level()), qini.curve(CURVE_POINTS));
    }
}
