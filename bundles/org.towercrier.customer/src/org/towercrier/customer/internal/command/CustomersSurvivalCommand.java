package org.towercrier.customer.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.CustomerSurvival;
import org.towercrier.customer.CustomerSurvival.ByAttribute;
import org.towercrier.customer.CustomerSurvival.BySegmentation;
import org.towercrier.customer.CustomerSurvival.Grouping;
import org.towercrier.customer.CustomerSurvival.Request;
import org.towercrier.customer.CustomerSurvival.Together;
import org.towercrier.store.Cancellation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code customers survival [--by ATTRIBUTE | --segmentation NAME] [--cox A,B]}: when customers leave, by tenure in months. */
@Command(name = "survival")
public final class CustomersSurvivalCommand implements HeadlessCommand {

    @Mixin
    CustomerSource source = new CustomerSource();
    @Option(names = "--by", paramLabel = "ATTRIBUTE")
    String by;
    @Option(names = "--segmentation", paramLabel = "NAME")
    String segmentation;
    @Option(names = "--groups", paramLabel = "N")
    int groups = 8;
    @Option(names = "--width", paramLabel = "MONTHS")
    double width = 3;
    @Option(names = "--cox", paramLabel = "ATTRIBUTE,…", split = ",")
    List<String> cox = List.of();

    @Override
    public int run(CommandContext context) throws Exception {
        if (by != null && segmentation != null || groups < 2) {
            throw new UsageException(context.messages().text("Survival_Options"));
        }
        Grouping grouping = segmentation != null ? new BySegmentation(segmentation)
                : by != null ? new ByAttribute(by, groups) : new Together();
        return source.on(context, workspace -> {
            CustomerSurvival survival = workspace.service(CustomerSurvival.class);
            Cancellation cancel = CustomerCommands.cancellation(context.monitor());
            CustomerSurvival.Report report = survival.curves(new Request(source.criterion(), grouping, width), cancel);
            Optional<CustomerSurvival.Cox> model = cox.isEmpty() ? Optional.empty()
                    : Optional.of(survival.cox(source.criterion(), cox, cancel));
            print(report, context);
            model.ifPresent(each -> print(each, context));
            context.json(document(report, model));
            return ExitCode.DONE;
        });
    }

    private static void print(CustomerSurvival.Report report, CommandContext context) {
        Messages texts = context.messages();
        context.out().println(texts.text("Survival_Title", report.customers(), report.events(), report.unknown()));
        Table table = Table.in(context).text(texts.text("Survival_Group")).number(texts.text("Segments_Customers"), "", 0)
                .number(texts.text("Survival_Left"), "", 0).number(texts.text("Survival_Median"), "", 0);
        int[] months = { 12, 24, 36 };
        for (int month : months) {
            table.number("S(" + month + ")", "", 3);
        }
        table.text(texts.text("Survival_Worst"));
        for (CustomerSurvival.Curve curve : report.curves()) {
            List<Object> row = new ArrayList<>(List.of(curve.group(), curve.curve().subjects(), curve.curve().events()));
            row.add(curve.curve().median().isPresent() ? curve.curve().median().getAsDouble() : null);
            for (int month : months) {
                row.add(curve.curve().at(month));
            }
            row.add(curve.hazard().stream().filter(each -> each.rate() > 0).max(java.util.Comparator.comparingDouble(each -> each.rate()))
                    .map(each -> texts.text("Survival_Interval", each.from(), each.to(), 100 * each.rate())).orElse(""));
            table.row(row.toArray());
        }
        table.print(context.out());
        report.logRank().ifPresent(test -> context.out().println(texts.text("Survival_LogRank", test.chi2(), test.df(), test.p())));
    }

    private static void print(CustomerSurvival.Cox model, CommandContext context) {
        Messages texts = context.messages();
        context.out().println();
        context.out().println(texts.text("Survival_Cox", model.customers(), model.of(), model.fit().logLikelihood()));
        Table table = Table.in(context).text(texts.text("Survival_Covariate")).number("exp(β)", "", 3).number("z", "", 2).number("p", "", 4)
                .number(texts.text("Survival_Proportional"), "", 4);
        model.fit().coefficients().forEach(each -> table.row(each.name(), each.hazardRatio(), each.z(), each.p(),
                model.proportionalHazards().covariates().stream().filter(test -> test.name().equals(each.name())).findFirst()
                        .map(test -> test.p()).orElse(null)));
        table.print(context.out());
    }

    private static Map<String, Object> document(CustomerSurvival.Report report, Optional<CustomerSurvival.Cox> model) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asOf", report.asOf());
        document.put("n", report.customers());
        document.put("events", report.events());
        document.put("unknown", report.unknown());
        document.put("curves", report.curves().stream().map(CustomersSurvivalCommand::curve).toList());
        document.put("logRank", report.logRank().map(test -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("chi2", test.chi2());
            map.put("df", test.df());
            map.put("p", test.p());
            return map;
        }));
        document.put("cox", model.map(each -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("n", each.customers());
            map.put("of", each.of());
            map.put("logLikelihood", each.fit().logLikelihood());
            map.put("coefficients", each.fit().coefficients());
            map.put("proportionalHazards", each.proportionalHazards().covariates());
            return map;
        }));
        return document;
    }

    private static Map<String, Object> curve(CustomerSurvival.Curve curve) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("group", curve.group());
        map.put("n", curve.curve().subjects());
        map.put("events", curve.curve().events());
        map.put("median", curve.curve().median().isPresent() ? curve.curve().median().getAsDouble() : null);
        map.put("points", curve.curve().points().stream().map(point -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("time", point.time());
            one.put("survival", point.survival());
            one.put("lower", point.lower());
            one.put("upper", point.upper());
            one.put("atRisk", point.atRisk());
            return one;
        }).toList());
        map.put("hazard", curve.hazard());
        return map;
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
