package org.towercrier.campaign.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.FrontLine;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.model.campaign.ResponseKind;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.privacy.Disclosure;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign prompt CUSTOMER}: what to say at the counter; with {@code --record} what came of it. */
@Command(name = "prompt")
public final class PromptCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "CUSTOMER")
    String customer;
    @Option(names = "--channel", paramLabel = "CHANNEL", defaultValue = "HALL")
    String channel;
    @Option(names = "--at", paramLabel = "T")
    String at;
    @Option(names = "--reveal", paramLabel = "REASON")
    String reveal;
    @Option(names = "--record", paramLabel = "CAMPAIGN")
    String campaign;
    @Option(names = "--outcome", paramLabel = "OUTCOME")
    String outcome;
    @Option(names = "--offer", paramLabel = "OFFER")
    String offer;
    @Option(names = "--why", paramLabel = "REASON", defaultValue = "")
    String why;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        FrontLine front = context.service(FrontLine.class);
        ContactChannel on = literal(channel, ContactChannel.VALUES, context);
        if (campaign != null) {
            Optional<ResponseKind> kind = Optional.ofNullable(outcome).map(each -> literal(each, ResponseKind.VALUES, context));
            FrontLine.Recorded recorded = front.record(new FrontLine.Outcome(customer, campaign, on, Optional.ofNullable(offer), kind, why,
                    context.service(Disclosure.class).user()), moment(at, context));
            context.out().println(context.messages().text("Recorded", recorded.contact()));
            recorded.order().ifPresent(placed -> {
                context.out().println(placed.text());
                context.out().println(context.messages().text("Order_Token", placed.order().id(), placed.token()));
                placed.handedOver().ifPresent(where -> context.out().println(context.messages().text("Order_HandedOver", where)));
            });
            context.json(recorded);
            return ExitCode.DONE;
        }
        FrontLine.Prompt prompt = front.prompt(customer, on, moment(at, context), Optional.ofNullable(reveal));
        context.out().println(String.valueOf(prompt.page().person()));
        prompt.page().recommendations().forEach(each -> context.out().println("→ " + each.reason()));
        prompt.suggestions().forEach(each -> context.out().println("» " + each.name() + ": " + each.wording()));
        prompt.held().forEach(each -> context.out().println("– " + each.name() + ": " + each.decision().reason().text(context.locale())));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("customer", prompt.page());
        document.put("suggestions", prompt.suggestions());
        document.put("held", prompt.held().stream().map(each -> Map.of("campaign", each.campaign(), "rule",
                each.decision().rule().getLiteral(), "reason", each.decision().reason().text(context.locale()))).toList());
        context.json(document);
        return ExitCode.DONE;
    }
}
