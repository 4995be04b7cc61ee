package org.towercrier.campaign.internal.order;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Orders.Order;
import org.towercrier.campaign.channel.CampaignChannel;
import org.towercrier.model.customer.ContactChannel;

/** What a customer is asked to confirm leaves the product by the same services as campaigns do, each message as a batch of its own. */
final class OrderMessages {

    private final List<CampaignChannel> services;

    OrderMessages(List<CampaignChannel> services) {
        this.services = List.copyOf(services);
    }

    /**
     * Hands a message over.
     *
     * @param address telephone number; nothing is handed over when it is blank
     * @return where it went
     */
    Optional<String> handOver(Order order, String batch, String address, Instant at, String text) throws CampaignException {
        Optional<CampaignChannel> service = services.stream().filter(each -> each.channels().contains(ContactChannel.MESSAGE)).findFirst();
        if (address.isBlank() || service.isEmpty()) {
            return Optional.empty();
        }
        CampaignChannel.Message message = new CampaignChannel.Message(order.id(), order.customer(), Optional.of(address),
                Optional.of(order.offer()), at, "", text);
        try {
            return Optional.of(service.get().handOver(new CampaignChannel.Batch(batch, order.campaign(), ContactChannel.MESSAGE, at,
                    List.of(message))));
        } catch (IOException trouble) {
            throw new CampaignException("Order_NotHandedOver", order.id(), String.valueOf(trouble.getMessage()));
        }
    }
}
