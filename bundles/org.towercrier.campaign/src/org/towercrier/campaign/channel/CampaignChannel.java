package org.towercrier.campaign.channel;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.towercrier.model.customer.ContactChannel;

/**
 * A way for messages to leave the product, a whiteboard service. A batch is handed over before its contacts are marked as sent; the same batch may be handed over again
 * after a crash, and must then not be delivered twice: its id tells.
 */
public interface CampaignChannel {

    /** Unique name, {@code file} for instance. */
    String id();

    /** Channels that it serves. */
    Set<ContactChannel> channels();

    /** Hands over a batch; handing over the same one again changes nothing. @return where it went, for people */
    String handOver(Batch batch) throws IOException;

    /**
     * A batch.
     *
     * @param id unique, the same for the same contents
     * @param campaign identity of the campaign
     */
    record Batch(String id, String campaign, ContactChannel channel, Instant at, List<Message> messages) {

        public Batch {
            messages = List.copyOf(messages);
        }
    }

    /**
     * A message.
     *
     * @param contact identity of the contact, which receipts name
     * @param address number or address, empty where the customer has none for the channel
     * @param due moment from which it may be delivered
     * @param text rendered wording
     */
    record Message(String contact, String customer, Optional<String> address, Optional<String> offer, Instant due, String language,
            String text) {
    }
}
