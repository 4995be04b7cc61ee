package org.towercrier.customer.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.Table;
import org.towercrier.customer.Loyalty;
import org.towercrier.store.Cancellation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code customers loyalty [FILE] [--where RULE]}: the three scores with their sources, and the factors behind them. */
@Command(name = "loyalty")
public final class CustomersLoyaltyCommand implements HeadlessCommand {

    @Mixin
    CustomerSource source = new CustomerSource();

    @Override
    public int run(CommandContext context) throws Exception {
        return source.on(context, workspace -> {
            Loyalty loyalty = workspace.service(Loyalty.class);
            Cancellation cancel = CustomerCommands.cancellation(context.monitor());
            Loyalty.Scores scores = loyalty.mean(source.criterion().orElse(null), cancel);
            List<Loyalty.Factor> factors = loyalty.factors(source.criterion().orElse(null), cancel);
            Messages texts = context.messages();
            context.out().println(texts.text("Loyalty_Title", scores.customers()));
            Table parts = Table.in(context).text(texts.text("Loyalty_Score")).number(texts.text("Loyalty_Value"), "", 1);
            parts.row(texts.text("Loyalty_overall"), scores.overall());
            parts.row(texts.text("Loyalty_behavioural"), scores.behavioural());
            parts.row(texts.text("Loyalty_attitudinal"), scores.attitudinal());
            parts.row(texts.text("Loyalty_emotional"), scores.emotional());
            parts.print(context.out());
            context.out().println();
            Table sources = Table.in(context).text(texts.text("Loyalty_Score")).text(texts.text("Loyalty_Source"))
                    .number(texts.text("Loyalty_Value"), "", 1).text(texts.text("Loyalty_Fact"));
            scores.sources().forEach(each -> sources.row(texts.text("Loyalty_" + each.score()), each.name(), each.value(), each.fact()));
            sources.print(context.out());
            print(factors, context);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("customers", scores.customers());
            document.put("overall", scores.overall());
            document.put("behavioural", scores.behavioural());
            document.put("attitudinal", scores.attitudinal());
            document.put("emotional", scores.emotional());
            document.put("sources", scores.sources());
            document.put("factors", factors);
            context.json(document);
            return ExitCode.DONE;
        });
    }

    private static void print(List<Loyalty.Factor> factors, CommandContext context) {
        Messages texts = context.messages();
        context.out().println();
        Table table = Table.in(context).text(texts.text("Loyalty_Factor")).number(texts.text("Loyalty_Value"), "", 1)
                .number(texts.text("Loyalty_Influence"), "", 3).text(texts.text("Loyalty_Fact"));
        factors.forEach(each -> table.row(texts.text("Loyalty_Factor_" + each.factor().getLiteral()), each.score(), each.influence(),
                each.sources().stream().map(one -> one.name() + " " + one.fact()).collect(Collectors.joining("; "))));
        table.print(context.out());
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
