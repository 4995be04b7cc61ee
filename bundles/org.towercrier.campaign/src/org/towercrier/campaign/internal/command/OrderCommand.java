package org.towercrier.campaign.internal.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Orders;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.Table;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code campaign order}: places, confirms and cancels orders; {@code --upkeep} reminds of trials; without an option a list. */
@Command(name = "order")
public final class OrderCommand extends CampaignWork {

    private static final int MOST = 200;

    @Option(names = "--request", paramLabel = "CAMPAIGN")
    String campaign;
    @Option(names = "--customer", paramLabel = "CUSTOMER")
    String customer;
    @Option(names = "--offer", paramLabel = "OFFER")
    String offer;
    @Option(names = "--confirm", paramLabel = "TOKEN")
    String token;
    @Option(names = "--cancel", paramLabel = "ORDER")
    String cancelled;
    @Option(names = "--why", paramLabel = "REASON", defaultValue = "")
    String why;
    @Option(names = "--upkeep")
    boolean upkeep;
    @Option(names = "--channel", paramLabel = "CHANNEL", defaultValue = "MESSAGE")
    String channel;
    @Option(names = "--at", paramLabel = "T")
    String at;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        Orders orders = context.service(Orders.class);
        ContactChannel on = literal(channel, ContactChannel.VALUES, context);
        Instant moment = moment(at, context);
        if (campaign != null) {
            Orders.Requested requested = orders.request(new Orders.Request(String.valueOf(customer), campaign, String.valueOf(offer), on,
                    Optional.empty(), Optional.empty()), moment);
            context.out().println(requested.text());
            context.out().println(context.messages().text("Order_Token", requested.order().id(), requested.token()));
            requested.handedOver().ifPresent(where -> context.out().println(context.messages().text("Order_HandedOver", where)));
            Map<String, Object> document = new LinkedHashMap<>(document(requested.order()));
            document.put("token", requested.token());
            document.put("text", requested.text());
            document.put("handedOver", requested.handedOver());
            context.json(document);
        } else if (token != null) {
            show(orders.confirm(token, moment, on), context);
        } else if (cancelled != null) {
            show(orders.cancel(cancelled, moment, on, why), context);
        } else if (upkeep) {
            Orders.Upkeep done = orders.upkeep(moment);
            context.out().println(context.messages().text("Upkeep", done.lapsed(), done.reminders().size(), done.ended()));
            context.json(done);
        } else {
            list(orders, context);
        }
        return ExitCode.DONE;
    }

    private static void show(Orders.Order order, CommandContext context) {
        context.out().println(order.id() + ": " + order.state().getLiteral());
        context.json(document(order));
    }

    private static Map<String, Object> document(Orders.Order order) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", order.id());
        map.put("campaign", order.campaign());
        map.put("customer", order.customer());
        map.put("product", order.product());
        map.put("offer", order.offer());
        map.put("state", order.state().getLiteral());
        map.put("price", order.price());
        map.put("term", order.term());
        map.put("requested", order.requested());
        map.put("confirmed", order.confirmed());
        map.put("expires", order.expires());
        return map;
    }

    private void list(Orders orders, CommandContext context) throws StoreException {
        List<Orders.Order> found = orders.list(Optional.empty(), Optional.ofNullable(customer), MOST);
        Table table = Table.in(context).text(context.messages().text("Id")).text(context.messages().text("Customer"))
                .text(context.messages().text("Campaign")).text(context.messages().text("State"));
        found.forEach(each -> table.row(each.id(), each.customer(), each.campaign(), each.state().getLiteral()));
        table.print(context.out());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("orders", found.stream().map(OrderCommand::document).toList());
        document.put("trials", orders.trials(Optional.empty(), MOST));
        context.json(document);
    }
}
