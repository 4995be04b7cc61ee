package org.towercrier.statistics.command.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.towercrier.command.CommandContext;
import org.towercrier.command.Messages;
import org.towercrier.command.Table;
import org.towercrier.statistics.experiment.Effect;
import org.towercrier.statistics.experiment.Experiment;
import org.towercrier.statistics.experiment.Experiment.EffectResult;
import org.towercrier.statistics.experiment.Qini;
import org.towercrier.statistics.experiment.SampleRatio;
import org.towercrier.statistics.experiment.VerdictRule;

/** The result of {@code experiment}, for people and for scripts. */
record ExperimentReport(String file, Experiment.Setup setup, Optional<String> score, Experiment.Result result, LeftOut leftOut) {

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file);
        document.put("control", result.control());
        document.put("level", setup.level());
        document.put("leftOut", leftOut.reasons());
        document.put("arms", result.arms().stream().map(ExperimentReport::arm).toList());
        document.put("effects", result.effects().stream().map(this::effect).toList());
        SampleRatio ratio = result.sampleRatio();
        document.put("sampleRatio", map("chi2", ratio.chi2(), "df", ratio.df(), "p", ratio.p(), "ok", ratio.ok()));
        document.put("qini", result.qini().stream().map(this::qini).toList());
        document.put("incrementalReturn", result.returns().stream()
                .map(each -> map("arm", each.arm(), "outcome", each.outcome(), "value", each.figures().value(), "lower",
                        each.figures().lower(),
                        "upper", each.figures().upper(), "chanceOfProfit", each.chanceOfProfit()))
                .toList());
        document.put("verdicts", result.verdicts().stream()
                .map(each -> map("arm", each.arm(), "outcome", each.outcome(), "verdict", each.verdict().literal())).toList());
        VerdictRule rule = setup.rule();
        document.put("rule", map("alpha", rule.alpha(), "adjustment", "holm over treatment arms", "power", rule.power(), "relevantLift",
                rule.relevantLift(), "fewestPersons", rule.fewestPersons(), "fewestExpected", rule.fewestExpected(), "sampleRatioAlarm",
                SampleRatio.ALARM));
        return document;
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> arm(Experiment.ArmResult arm) {
        return map("arm", arm.arm(), "n", arm.n(), "outcomes",
                arm.outcomes().stream()
                        .map(each -> map("outcome", each.outcome(), "kind", each.kind().name().toLowerCase(Locale.ROOT), "n",
                                each.figures().n(),
                                "mean", each.figures().mean(), "sd", each.figures().sd()))
                        .toList());
    }

    private Map<String, Object> effect(EffectResult each) {
        Effect effect = each.effect();
        return map("arm", each.arm(), "outcome", each.outcome(), "absolute", effect.absolute(), "relative", effect.relative(), "lower",
                effect.lower(), "upper", effect.upper(), "z", effect.z(), "p", effect.p(), "relativeLower", effect.relativeLower(),
                "relativeUpper", effect.relativeUpper(), "standardError", effect.standardError(), "df", effect.df(), "test",
                Double.isInfinite(effect.df()) ? "two-proportion z" : "welch t", "adjustedP", each.adjustedP());
    }

    private Map<String, Object> qini(Experiment.QiniResult each) {
        return map("arm", each.arm(), "outcome", each.outcome(), "score", score.orElse(""), "definition", Qini.DEFINITION, "coefficient",
                each.result().coefficient(), "lower", each.result().lower(), "upper", each.result().upper(), "bootstrap",
                each.result().replicates(), "curve", each.curve());
    }

    void print(CommandContext context) {
        Messages texts = context.messages();
        long persons = result.arms().stream().mapToLong(Experiment.ArmResult::n).sum();
        context.out().println(texts.text("Experiment_Summary", file, persons, result.arms().size(), result.control()));
        context.out().println();
        Table arms = Table.in(context).text(texts.text("Experiment_Arm")).number(texts.text("Experiment_Persons"), "", 0)
                .text(texts.text("Experiment_Outcome")).text(texts.text("Experiment_Kind")).number(texts.text("Experiment_Mean"), "", 6)
                .number(texts.text("Experiment_Deviation"), "", 6);
        result.arms().forEach(arm -> arm.outcomes().forEach(each -> arms.row(arm.arm(), each.figures().n(), each.outcome(),
                texts.text("Experiment_Kind_" + each.kind()), each.figures().mean(), each.figures().sd())));
        arms.print(context.out());
        printRatio(context);
        printEffects(context);
        if (!result.returns().isEmpty()) {
            context.out().println();
            context.out().println(texts.text("Experiment_ReturnFormula"));
            Table returns = Table.in(context).text(texts.text("Experiment_Arm")).text(texts.text("Experiment_Outcome"))
                    .text(texts.text("Experiment_Return")).text(texts.text("Experiment_Limits")).text(texts.text("Experiment_Profit"));
            result.returns().forEach(each -> returns.row(each.arm(), each.outcome(), Figures.percent(each.figures().value(), 1, context),
                    range(Figures.percent(each.figures().lower(), 1, context), Figures.percent(each.figures().upper(), 1, context)),
                    Figures.percent(each.chanceOfProfit(), 1, context)));
            returns.print(context.out());
        }
        if (!result.qini().isEmpty()) {
            context.out().println();
            context.out().println(texts.text("Experiment_QiniDefinition", score.orElse(""), texts.text("Experiment_QiniFormula")));
            Table qini = Table.in(context).text(texts.text("Experiment_Arm")).text(texts.text("Experiment_Outcome"))
                    .number(texts.text("Experiment_Qini"), "", 4).text(texts.text("Experiment_Limits"));
            result.qini().forEach(each -> qini.row(each.arm(), each.outcome(), each.result().coefficient(),
                    range(Figures.number(each.result().lower(), 4, context), Figures.number(each.result().upper(), 4, context))));
            qini.print(context.out());
        }
    }

    private static String range(String lower, String upper) {
        return lower + " … " + upper;
    }

    private void printRatio(CommandContext context) {
        SampleRatio ratio = result.sampleRatio();
        context.out().println();
        context.out().println(context.messages().text(ratio.ok() ? "Experiment_RatioOk" : "Experiment_RatioWrong",
                Figures.number(ratio.chi2(), 3, context), ratio.df(), Figures.probability(ratio.p(), context)));
        if (!ratio.ok()) {
            context.err().println(context.messages().text("Experiment_RatioAlarm"));
        }
    }

    private void printEffects(CommandContext context) {
        Messages texts = context.messages();
        context.out().println();
        Table effects = Table.in(context).text(texts.text("Experiment_Arm")).text(texts.text("Experiment_Outcome"))
                .number(texts.text("Experiment_Effect"), "", 6).text(texts.text("Experiment_Limits")).text(texts.text("Experiment_Lift"))
                .text(texts.text("Experiment_Limits")).number("z / t", "", 3).text("p").text(texts.text("Experiment_Adjusted"))
                .text(texts.text("Experiment_Verdict"));
        for (int i = 0; i < result.effects().size(); i++) {
            EffectResult each = result.effects().get(i);
            Effect effect = each.effect();
            effects.row(each.arm(), each.outcome(), effect.absolute(),
                    range(Figures.number(effect.lower(), 6, context), Figures.number(effect.upper(), 6, context)),
                    Figures.percent(effect.relative(), 1, context),
                    range(Figures.percent(effect.relativeLower(), 1, context), Figures.percent(effect.relativeUpper(), 1, context)),
                    effect.z(),
                    Figures.probability(effect.p(), context), Figures.probability(each.adjustedP(), context),
                    texts.text("Experiment_Verdict_" + result.verdicts().get(i).verdict()));
        }
        effects.print(context.out());
        VerdictRule rule = setup.rule();
        context.out().println(texts.text("Experiment_Rule", Figures.number(rule.alpha(), 2, context), rule.fewestPersons(),
                Figures.number(rule.fewestExpected(), 0, context), Figures.percent(rule.power(), 0, context),
                Figures.percent(rule.relevantLift(), 0, context)));
    }
}
