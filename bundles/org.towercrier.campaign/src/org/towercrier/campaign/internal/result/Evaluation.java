package org.towercrier.campaign.internal.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.towercrier.campaign.CampaignResults.Contamination;
import org.towercrier.campaign.CampaignResults.Funnel;
import org.towercrier.campaign.CampaignResults.Measure;
import org.towercrier.campaign.CampaignResults.QiniCurve;
import org.towercrier.campaign.CampaignResults.Result;
import org.towercrier.campaign.CampaignResults.Returns;
import org.towercrier.campaign.CampaignResults.Units;
import org.towercrier.campaign.Reason;
import org.towercrier.campaign.internal.gate.Costs;
import org.towercrier.campaign.internal.result.ResultReader.Columns;
import org.towercrier.model.campaign.AudienceUnit;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.Experiment;
import org.towercrier.model.campaign.ResponseKind;
import org.towercrier.model.campaign.Verdict;
import org.towercrier.statistics.experiment.Arm;
import org.towercrier.statistics.experiment.ClusteredArm;
import org.towercrier.statistics.experiment.Effect;
import org.towercrier.statistics.experiment.IncrementalReturn;
import org.towercrier.statistics.experiment.Qini;
import org.towercrier.statistics.experiment.SampleRatio;
import org.towercrier.statistics.experiment.VerdictRule;

/**
 * Computes the result of a campaign from the columns of its members. Where whole households or companies were drawn, intervals and tests take the members of one together:
 * {@link Effect#ofClusters}.
 */
final class Evaluation {

    private static final double LEVEL = 0.95;
    private static final int CURVE_POINTS = 101;
    private static final String CONVERSION = "conversion";
    private static final String SPEND = "spend";

    private final Campaign campaign;
    private final Instant at;
    private final Columns columns;
    private final double cost;
    private final VerdictRule rule;

    Evaluation(Campaign campaign, Instant at, Columns columns, double cost) {
        this.campaign = campaign;
        this.at = at;
        this.columns = columns;
        this.cost = cost;
        this.rule = rule(campaign.getExperiment());
    }

    /** The effect that is worth seeing is that of the plan, where there is one. */
    private static VerdictRule rule(Experiment plan) {
        VerdictRule usual = VerdictRule.USUAL;
        if (plan == null) {
            return usual;
        }
        double alpha = plan.getSignificance() == null ? usual.alpha() : plan.getSignificance();
        double power = plan.getPower() == null ? usual.power() : plan.getPower();
        boolean planned = plan.getBaseRate() != null && plan.getBaseRate() > 0 && plan.getDetectableEffect() != null;
        double lift = planned ? Math.abs(plan.getDetectableEffect() / plan.getBaseRate()) : usual.relevantLift();
        return new VerdictRule(alpha, power, lift, usual.fewestPersons(), usual.fewestExpected());
    }

    Result result(long[] units, Contamination contamination) {
        List<Measure> measures = new ArrayList<>();
        String decides = Optional.ofNullable(campaign.getExperiment()).map(Experiment::getMeasure).filter(each -> !each.isBlank())
                .map(each -> each.toLowerCase(Locale.ROOT)).orElse(CONVERSION);
        List<Optional<String>> groups = new ArrayList<>(List.of(Optional.empty()));
        new TreeSet<>(List.of(columns.segment())).stream().filter(each -> !each.isEmpty()).forEach(each -> groups.add(Optional.of(each)));
        for (Optional<String> group : groups) {
            measures(group).stream().sorted(java.util.Comparator.comparing(measure -> !measure.name().equals(decides)))
                    .forEach(measures::add);
        }
        double share = campaign.getExperiment() == null || campaign.getExperiment().getControlShare() == null ? 0
                : campaign.getExperiment().getControlShare();
        SampleRatio ratio = share > 0 && share < 1 && units[0] + units[1] > 0 ? SampleRatio.test(units, new double[]{ 1 - share, share })
                : new SampleRatio(Double.NaN, 1, Double.NaN, true);
        long treated = Arrays.stream(columns.arm()).filter(arm -> arm == ResultReader.TREATMENT).count();
        List<Reason> notes = new ArrayList<>();
        Verdict verdict = verdict(measures, decides, notes);
        if (!ratio.ok()) {
            notes.add(Reason.of("Result_Ratio", ratio.p()));
        }
        if (contamination.controlContacted() > 0) {
            notes.add(Reason.of("Result_ControlContacted", contamination.controlContacted()));
        }
        if (clustered()) {
            notes.add(Reason.of("Result_Units"));
        }
        return new Result(campaign.getId(), at, treated, columns.size() - treated,
                new Units(unit(), units[0], units[1]), measures, ratio, contamination, funnel(), qini(),
                returns(measures),
                cost, decides, verdict, notes);
    }

    /** The deciding measure says it; harm in another one counts unless the deciding one is proven. */
    private static Verdict verdict(List<Measure> measures, String decides, List<Reason> notes) {
        Verdict verdict = measures.stream().filter(each -> each.segment().isEmpty() && each.name().equals(decides)).map(Measure::verdict)
                .findFirst().orElse(Verdict.NOT_ENOUGH_DATA);
        for (Measure measure : measures) {
            if (measure.segment().isEmpty() && measure.verdict() == Verdict.HARMFUL && !measure.name().equals(decides)) {
                notes.add(Reason.of("Result_Harm", measure.name(), measure.treatedValue(), measure.controlValue()));
                verdict = verdict == Verdict.PROVEN ? verdict : Verdict.HARMFUL;
            }
        }
        return verdict;
    }

    private AudienceUnit unit() {
        return campaign.getExperiment() == null ? AudienceUnit.CUSTOMER : campaign.getExperiment().getUnit();
    }

    /** Were whole households or companies drawn? */
    private boolean clustered() {
        return unit() != AudienceUnit.CUSTOMER;
    }

    private List<Measure> measures(Optional<String> segment) {
        List<Measure> measures = new ArrayList<>(List.of(
                rate("response", segment, false, reacted(ResponseKind.TRIED, ResponseKind.ORDERED, ResponseKind.STILL_IN_USE)),
                rate(CONVERSION, segment, false, reacted(ResponseKind.ORDERED, ResponseKind.STILL_IN_USE)),
                rate("retained", segment, false, reacted(ResponseKind.STILL_IN_USE)), spend(segment)));
        IntPredicate complained = i -> columns.complained()[i] || reacted(i, ResponseKind.COMPLAINED);
        IntPredicate refused = i -> columns.refused()[i];
        // What nobody did in either group is no measure of this campaign.
        if (IntStream.range(0, columns.size()).anyMatch(complained)) {
            measures.add(rate("complaint", segment, true, complained));
        }
        if (IntStream.range(0, columns.size()).anyMatch(refused)) {
            measures.add(rate("refusal", segment, true, refused));
        }
        return measures;
    }

    private IntPredicate reacted(ResponseKind... kinds) {
        return member -> reacted(member, kinds);
    }

    private boolean in(int member, Optional<String> segment) {
        return segment.isEmpty() || columns.segment()[member].equals(segment.get());
    }

    private Measure rate(String name, Optional<String> segment, boolean lower, IntPredicate did) {
        long[] n = new long[2];
        long[] hits = new long[2];
        for (int i = 0; i < columns.size(); i++) {
            if (in(i, segment)) {
                n[columns.arm()[i]]++;
                hits[columns.arm()[i]] += did.test(i) ? 1 : 0;
            }
        }
        Arm treatment = Arm.ofRate(n[0], hits[0]);
        Arm control = Arm.ofRate(n[1], hits[1]);
        IntToDoubleFunction outcome = i -> in(i, segment) ? did.test(i) ? 1 : 0 : Double.NaN;
        Effect effect = clustered() ? byUnits(outcome) : Effect.ofRates(treatment, control, LEVEL);
        return measure(name, segment, lower, treatment, control, effect, true);
    }

    /** The effect where members of a unit are not independent. @param outcome NaN for members that do not count */
    private Effect byUnits(IntToDoubleFunction outcome) {
        int units = 1 + Arrays.stream(columns.unit()).max().orElse(-1);
        double[][] sums = new double[2][units];
        long[][] sizes = new long[2][units];
        for (int i = 0; i < columns.size(); i++) {
            double value = outcome.applyAsDouble(i);
            if (!Double.isNaN(value)) {
                sums[columns.arm()[i]][columns.unit()[i]] += value;
                sizes[columns.arm()[i]][columns.unit()[i]]++;
            }
        }
        return Effect.ofClusters(ClusteredArm.of(sums[0], sizes[0]), ClusteredArm.of(sums[1], sizes[1]), LEVEL);
    }

    private boolean reacted(int member, ResponseKind... kinds) {
        for (ResponseKind kind : kinds) {
            boolean[] who = columns.kinds().get(kind);
            if (who != null && who[member]) {
                return true;
            }
        }
        return false;
    }

    private Measure spend(Optional<String> segment) {
        long[] n = new long[2];
        double[] sum = new double[2];
        double[] squares = new double[2];
        for (int i = 0; i < columns.size(); i++) {
            if (in(i, segment) && !Double.isNaN(columns.spend()[i])) {
                n[columns.arm()[i]]++;
                sum[columns.arm()[i]] += columns.spend()[i];
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            int arm = columns.arm()[i];
            if (in(i, segment) && !Double.isNaN(columns.spend()[i])) {
                double difference = columns.spend()[i] - sum[arm] / n[arm];
                squares[arm] += difference * difference;
            }
        }
        Arm treatment = Arm.ofSums(n[0], sum[0], squares[0]);
        Arm control = Arm.ofSums(n[1], sum[1], squares[1]);
        IntToDoubleFunction outcome = i -> in(i, segment) ? columns.spend()[i] : Double.NaN;
        Effect effect = clustered() ? byUnits(outcome) : Effect.ofMeans(treatment, control, LEVEL);
        return measure(SPEND, segment, false, treatment, control, effect, false);
    }

    private Measure measure(String name, Optional<String> segment, boolean lower, Arm treatment, Arm control, Effect effect,
            boolean binary) {
        Verdict verdict = Verdict.get(rule.judge(treatment, control, effect, effect.p(), binary, lower).name());
        return new Measure(name, segment, lower, treatment.n(), control.n(), treatment.mean(), control.mean(), effect.absolute(),
                effect.lower(),
                effect.upper(), effect.relative(), effect.z(), effect.p(), verdict);
    }

    private List<Funnel> funnel() {
        long contacted = count(i -> columns.contacted()[i]);
        List<Funnel> stages = new ArrayList<>(List.of(new Funnel("contacted", contacted, contacted == 0 ? 0 : 1)));
        stage(stages, "recognised", contacted, ResponseKind.RECOGNISED, ResponseKind.TRIED, ResponseKind.ORDERED,
                ResponseKind.STILL_IN_USE);
        stage(stages, "tried", contacted, ResponseKind.TRIED);
        stage(stages, "ordered", contacted, ResponseKind.ORDERED, ResponseKind.STILL_IN_USE);
        stage(stages, "stillInUse", contacted, ResponseKind.STILL_IN_USE);
        // Nobody in the control group can refuse what was not offered: what the contacted said is counted here; measures compare what both groups can do.
        stage(stages, "refused", contacted, ResponseKind.REFUSED);
        stage(stages, "complained", contacted, ResponseKind.COMPLAINED);
        return stages;
    }

    private long count(IntPredicate which) {
        return IntStream.range(0, columns.size()).filter(i -> columns.arm()[i] == ResultReader.TREATMENT).filter(which).count();
    }

    private void stage(List<Funnel> stages, String name, long contacted, ResponseKind... kinds) {
        long reached = count(i -> reacted(i, kinds));
        stages.add(new Funnel(name, reached, contacted == 0 ? 0 : reached / (double) contacted));
    }

    /** Where members have a score: did those with a high one react more to the treatment? */
    private Optional<QiniCurve> qini() {
        int[] scored = IntStream.range(0, columns.size()).filter(i -> !Double.isNaN(columns.score()[i])).toArray();
        boolean both = Arrays.stream(scored).map(i -> columns.arm()[i]).distinct().count() == 2;
        if (!both) {
            return Optional.empty();
        }
        boolean[] treated = new boolean[scored.length];
        double[] outcomes = new double[scored.length];
        double[] scores = new double[scored.length];
        for (int i = 0; i < scored.length; i++) {
            treated[i] = columns.arm()[scored[i]] == ResultReader.TREATMENT;
            outcomes[i] = reacted(scored[i], ResponseKind.ORDERED, ResponseKind.STILL_IN_USE) ? 1 : 0;
            scores[i] = columns.score()[scored[i]];
        }
        Qini qini = Qini.of(treated, outcomes, scores);
        Qini.Result result = qini.result(LEVEL);
        return Optional.of(new QiniCurve(CONVERSION, Qini.DEFINITION, result.coefficient(), result.lower(), result.upper(),
                qini.curve(CURVE_POINTS)));
    }

    /** Gain beyond the control less cost, divided by cost; the cost is subtracted once. */
    private Optional<Returns> returns(List<Measure> measures) {
        double margin = Costs.margin(campaign);
        Optional<Measure> conversion = measures.stream().filter(each -> each.name().equals(CONVERSION) && each.segment().isEmpty())
                .findFirst();
        if (!(cost > 0) || margin == 0 || conversion.filter(each -> each.treated() > 0 && each.control() > 0).isEmpty()) {
            return Optional.empty();
        }
        Measure of = conversion.get();
        Arm treatment = Arm.ofRate(of.treated(), Math.round(of.treatedValue() * of.treated()));
        Arm control = Arm.ofRate(of.control(), Math.round(of.controlValue() * of.control()));
        Effect effect = clustered() ? byUnits(i -> reacted(i, ResponseKind.ORDERED, ResponseKind.STILL_IN_USE) ? 1 : 0)
                : Effect.ofRates(treatment, control, LEVEL);
        IncrementalReturn value = IncrementalReturn.of(effect, of.treated(), margin, cost);
        return Optional.of(new Returns(value.value(), value.lower(), value.upper(),
                IncrementalReturn.chanceOfProfit(effect, of.treated(), margin, cost), of.treated() * effect.absolute() * margin, cost));
    }
}
