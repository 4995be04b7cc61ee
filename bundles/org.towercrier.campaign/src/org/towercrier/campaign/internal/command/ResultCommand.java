package org.towercrier.campaign.internal.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CampaignResults;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.Table;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign result ID [--at T] [--conclude TEXT]}: what the campaign did against its control group. */
@Command(name = "result")
public final class ResultCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "ID")
    String id;
    @Option(names = "--at", paramLabel = "T")
    String at;
    @Option(names = "--conclude", paramLabel = "TEXT", arity = "0..1", fallbackValue = "")
    String conclusion;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        CampaignResults results = context.service(CampaignResults.class);
        Instant moment = moment(at, context);
        CampaignResults.Result result = conclusion == null ? results.evaluate(id, moment, cancellation(context))
                : results.conclude(id, moment, conclusion, cancellation(context));
        print(result, context);
        context.json(document(result, context));
        return ExitCode.DONE;
    }

    private static void print(CampaignResults.Result result, CommandContext context) {
        context.out().println(context.messages().text("Result", result.campaign(), result.treated(), result.control(), result.decides(),
                CampaignMessages.text(context.locale(), "Verdict_" + result.verdict().getLiteral())));
        Table table = Table.in(context).text(context.messages().text("Measure")).text(context.messages().text("Segment"))
                .number(context.messages().text("Treated"), "", 4).number(context.messages().text("Control"), "", 4)
                .number(context.messages().text("Difference"), "", 4).number(context.messages().text("Lower"), "", 4)
                .number(context.messages().text("Upper"), "", 4).number("p", "", 4).text(context.messages().text("Verdict"));
        result.measures()
                .forEach(each -> table.row(CampaignMessages.text(context.locale(), "Measure_" + each.name()), each.segment(),
                        each.treatedValue(), each.controlValue(), each.difference(),
                        each.lower(), each.upper(), each.p(),
                        CampaignMessages.text(context.locale(), "Verdict_" + each.verdict().getLiteral())));
        table.print(context.out());
        Table funnel = Table.in(context).text(context.messages().text("Stage")).number(context.messages().text("Customers"), "", 0)
                .number(context.messages().text("Share"), "%", 2);
        result.funnel().forEach(
                each -> funnel.row(CampaignMessages.text(context.locale(), "Funnel_" + each.step()), each.customers(), 100 * each.share()));
        funnel.print(context.out());
        result.returns().ifPresent(returns -> context.out()
                .println(context.messages().text("Return", returns.value(), returns.lower(), returns.upper(), returns.chance(),
                        returns.cost())));
        result.qini().ifPresent(qini -> context.out()
                .println(context.messages().text("Qini", qini.coefficient(), qini.lower(), qini.upper(), qini.definition())));
        result.notes().forEach(note -> context.out().println("! " + note.text(context.locale())));
    }

    private static Map<String, Object> document(CampaignResults.Result result, CommandContext context) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("campaign", result.campaign());
        document.put("at", result.at());
        document.put("treated", result.treated());
        document.put("control", result.control());
        document.put("unit", verdict(result.units().unit().getLiteral()));
        document.put("treatedUnits", result.units().treated());
        document.put("controlUnits", result.units().control());
        document.put("decides", result.decides());
        document.put("verdict", verdict(result.verdict().getLiteral()));
        document.put("measures", result.measures().stream().map(each -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("measure", each.name());
            map.put("segment", each.segment());
            map.put("treated", each.treated());
            map.put("control", each.control());
            map.put("treatedValue", each.treatedValue());
            map.put("controlValue", each.controlValue());
            map.put("absolute", each.difference());
            map.put("relative", each.relative());
            map.put("lower", each.lower());
            map.put("upper", each.upper());
            map.put("z", each.z());
            map.put("p", each.p());
            map.put("verdict", verdict(each.verdict().getLiteral()));
            return map;
        }).toList());
        document.put("sampleRatio", result.sampleRatio());
        document.put("contamination", result.contamination());
        document.put("funnel", result.funnel());
        document.put("qini", result.qini());
        document.put("incrementalReturn", result.returns());
        document.put("cost", result.cost());
        document.put("notes", reasons(result.notes(), context));
        return document;
    }

    /** As the verdicts of experiments on any table are written. */
    private static String verdict(String literal) {
        return Optional.of(literal).map(each -> each.toLowerCase(java.util.Locale.ROOT).replace('_', '-')).orElse("");
    }
}
