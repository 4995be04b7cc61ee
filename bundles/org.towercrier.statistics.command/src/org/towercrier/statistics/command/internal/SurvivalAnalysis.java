package org.towercrier.statistics.command.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.command.CommandContext;
import org.towercrier.command.Messages;
import org.towercrier.command.Table;
import org.towercrier.statistics.survival.ConfidenceBand;
import org.towercrier.statistics.survival.CoxFit;
import org.towercrier.statistics.survival.Hazard;
import org.towercrier.statistics.survival.LogRank;
import org.towercrier.statistics.survival.ProportionalHazards;
import org.towercrier.statistics.survival.SurvivalCurve;

/** The result of {@code survival}, for people and for scripts. */
record SurvivalAnalysis(String file, String duration, EventColumn event, Optional<String> by, ConfidenceBand band, List<Curve> curves,
        Optional<LogRank.Result> test, Optional<Model> model, LeftOut leftOut) {

    private static final int SHOWN_TIMES = 8;

    /** A group with its curve. */
    record Curve(String group, SurvivalCurve curve, List<Hazard.Interval> hazard) {
    }

    /** A model with its check. */
    record Model(CoxFit fit, ProportionalHazards.Result check, Map<String, String> references, LeftOut leftOut) {
    }

    private long subjects() {
        return curves.stream().mapToLong(each -> each.curve().subjects()).sum();
    }

    private long events() {
        return curves.stream().mapToLong(each -> each.curve().events()).sum();
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file);
        document.put("duration", duration);
        document.put("event", event.column());
        document.put("eventValue", event.value());
        document.put("by", by);
        document.put("n", subjects());
        document.put("events", events());
        document.put("leftOut", leftOut.reasons());
        document.put("confidence", Map.of("level", band.level(), "transform", Choice.literal(band.transform())));
        document.put("curves", curves.stream().map(SurvivalAnalysis::curve).toList());
        document.put("logRank", test.map(result -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("chi2", result.chi2());
            map.put("df", result.df());
            map.put("p", result.p());
            return map;
        }));
        document.put("cox", model.map(SurvivalAnalysis::cox));
        return document;
    }

    private static Map<String, Object> curve(Curve each) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("group", each.group());
        map.put("n", each.curve().subjects());
        map.put("events", each.curve().events());
        map.put("median", each.curve().median());
        map.put("medianLower", each.curve().medianLower());
        map.put("medianUpper", each.curve().medianUpper());
        map.put("points", each.curve().points());
        if (!each.hazard().isEmpty()) {
            map.put("hazard", each.hazard());
        }
        return map;
    }

    private static Map<String, Object> cox(Model model) {
        CoxFit fit = model.fit();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("n", fit.subjects());
        map.put("events", fit.events());
        map.put("leftOut", model.leftOut().reasons());
        map.put("ties", "efron");
        map.put("logLikelihood", fit.logLikelihood());
        map.put("nullLogLikelihood", fit.nullLogLikelihood());
        map.put("likelihoodRatio", Map.of("chi2", fit.likelihoodRatio(), "df", fit.df(), "p", fit.p()));
        map.put("converged", fit.converged());
        map.put("references", model.references());
        map.put("coefficients", fit.coefficients().stream().map(SurvivalAnalysis::coefficient).toList());
        map.put("transform", Choice.literal(model.check().transform()));
        map.put("proportionalHazards", model.check().covariates());
        map.put("proportionalHazardsGlobal", model.check().global());
        return map;
    }

    private static Map<String, Object> coefficient(CoxFit.Coefficient coefficient) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", coefficient.name());
        map.put("coef", coefficient.coef());
        map.put("se", coefficient.se());
        map.put("z", coefficient.z());
        map.put("p", coefficient.p());
        map.put("hazardRatio", coefficient.hazardRatio());
        map.put("lower", coefficient.lower());
        map.put("upper", coefficient.upper());
        map.put("state", Choice.literal(coefficient.state()));
        return map;
    }

    void print(CommandContext context) {
        Messages texts = context.messages();
        context.out().println(texts.text("Survival_Summary", file, subjects(), events(), duration, event.column()));
        context.out().println();
        Table groups = Table.in(context).text(by.orElse(texts.text("Survival_Group"))).number(texts.text("Survival_N"), "", 0)
                .number(texts.text("Survival_Events"), "", 0).number(texts.text("Survival_Median"), "", 2)
                .text(texts.text("Survival_Limits"));
        for (Curve each : curves) {
            groups.row(each.group(), each.curve().subjects(), each.curve().events(), boxed(each.curve().median()),
                    limit(each.curve().medianLower()) + " … " + limit(each.curve().medianUpper()));
        }
        groups.print(context.out());
        printCurves(context);
        test.ifPresent(result -> {
            context.out().println();
            context.out().println(texts.text("Survival_LogRank", Figures.number(result.chi2(), 3, context), result.df(),
                    Figures.probability(result.p(), context)));
        });
        curves.stream().filter(each -> !each.hazard().isEmpty()).forEach(each -> printHazard(each, context));
        model.ifPresent(found -> printModel(found, context));
    }

    private static Object boxed(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : Optional.empty();
    }

    private static String limit(OptionalDouble value) {
        return value.isPresent() ? Figures.plain(value.getAsDouble()) : Table.ABSENT;
    }

    /** Survival at a few times, equally far apart, and how many are still at risk then. */
    private void printCurves(CommandContext context) {
        double last = curves.stream().flatMap(each -> each.curve().points().stream()).mapToDouble(SurvivalCurve.Point::time).max()
                .orElse(0);
        context.out().println();
        Table table = Table.in(context).text(by.orElse(context.messages().text("Survival_Group")));
        List<Double> times = new ArrayList<>();
        double step = Figures.niceStep(last / SHOWN_TIMES);
        for (int i = 1; step > 0 && i * step <= last * (1 + 1e-12); i++) {
            times.add(i * step);
            table.text("S(" + Figures.plain(i * step) + ") / n");
        }
        for (Curve each : curves) {
            List<Object> row = new ArrayList<>();
            row.add(each.group());
            for (double time : times) {
                long atRisk = each.curve().points().stream().filter(point -> point.time() >= time).mapToLong(SurvivalCurve.Point::atRisk)
                        .findFirst().orElse(0);
                row.add(Figures.number(each.curve().at(time), 4, context) + " / " + atRisk);
            }
            table.row(row.toArray());
        }
        table.print(context.out());
    }

    private static void printHazard(Curve each, CommandContext context) {
        Messages texts = context.messages();
        context.out().println();
        context.out().println(texts.text("Survival_Hazard", each.group()));
        Table table = Table.in(context).text(texts.text("Survival_Interval")).number(texts.text("Survival_AtRisk"), "", 0)
                .number(texts.text("Survival_Events"), "", 0).number(texts.text("Survival_Rate"), "", 5)
                .number(texts.text("Survival_Lower"), "", 5)
                .number(texts.text("Survival_Upper"), "", 5);
        for (Hazard.Interval interval : each.hazard()) {
            table.row(Figures.plain(interval.from()) + " – " + Figures.plain(interval.to()), interval.atRisk(), interval.events(),
                    interval.rate(), interval.lower(), interval.upper());
        }
        table.print(context.out());
    }

    private static void printModel(Model model, CommandContext context) {
        Messages texts = context.messages();
        CoxFit fit = model.fit();
        context.out().println();
        context.out().println(texts.text("Survival_Cox", fit.subjects(), fit.events(), Figures.number(fit.logLikelihood(), 3, context),
                Figures.number(fit.likelihoodRatio(), 2, context), fit.df(), Figures.probability(fit.p(), context)));
        model.references().forEach((column, value) -> context.out().println(texts.text("Survival_Reference", column, value)));
        Table table = Table.in(context).text(texts.text("Survival_Covariate")).number("coef", "", 5).number("se", "", 5).number("z", "", 3)
                .text("p").number(texts.text("Survival_Ratio"), "", 4).number(texts.text("Survival_Lower"), "", 4)
                .number(texts.text("Survival_Upper"), "", 4).text("");
        for (CoxFit.Coefficient each : fit.coefficients()) {
            String state = each.state() == CoxFit.State.ESTIMATED ? "" : texts.text("Survival_State_" + each.state());
            table.row(each.name(), each.coef(), each.se(), each.z(), Figures.probability(each.p(), context), each.hazardRatio(),
                    each.lower(),
                    each.upper(), state);
        }
        table.print(context.out());
        if (!fit.converged()) {
            context.out().println(texts.text("Survival_NotConverged"));
        }
        context.out().println();
        context.out().println(texts.text("Survival_Check", Choice.literal(model.check().transform())));
        Table check = Table.in(context).text(texts.text("Survival_Covariate")).number("chi2", "", 3).number("df", "", 0).text("p")
                .number(texts.text("Survival_Score"), "", 3).text("p");
        List<ProportionalHazards.Covariate> rows = new ArrayList<>(model.check().covariates());
        rows.add(model.check().global());
        rows.forEach(each -> check.row(each.name(), each.chi2(), each.df(), Figures.probability(each.p(), context), each.scoreChi2(),
                Figures.probability(each.scoreP(), context)));
        check.print(context.out());
    }
}
