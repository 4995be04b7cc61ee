package org.towercrier.campaign.gate;

import java.util.List;
import java.util.Objects;

import org.towercrier.model.campaign.MessageClass;

/**
 * A campaign as the gate sees it at one moment.
 *
 * @param messageClass why customers are contacted; only marketing is capped, arbitrated and paused
 * @param priority higher goes first when campaigns compete by priority
 * @param begun when it was launched, in seconds since 1970-01-01T00:00:00Z; earlier goes first in first-come arbitration
 * @param channels in the order in which they are tried; the one that the customer prefers comes before them if it is among them
 * @param budget what may still be spent; infinite when nothing limits it
 */
public record GateCampaign(String id, MessageClass messageClass, int priority, long begun, List<Channel> channels, double budget) {

    public GateCampaign {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(messageClass, "messageClass");
        channels = List.copyOf(channels);
    }

    /**
     * A channel of a campaign.
     *
     * @param channel its position
     * @param cost of one contact
     * @param left contacts that the campaign may still make on it
     * @param hours by position of a profile, when the channel may be used at that moment
     */
    public record Channel(int channel, double cost, long left, Hours[] hours) {
    }

    /**
     * Whether customers of one profile may be contacted at the moment.
     *
     * @param open may they?
     * @param next first moment from which they may, in seconds since 1970-01-01T00:00:00Z; {@link #NEVER} within two weeks
     * @param why what closes them, empty when open
     */
    public record Hours(boolean open, long next, String why) {

        /** At no time that is looked at. */
        public static final long NEVER = Long.MAX_VALUE;
        /** May be contacted. */
        public static final Hours OPEN = new Hours(true, 0, "");
    }
}
