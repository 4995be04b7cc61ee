package org.towercrier.campaign.gate;

import java.util.List;
import java.util.Objects;

import org.towercrier.model.campaign.ArbitrationMode;
import org.towercrier.model.campaign.AudienceUnit;
import org.towercrier.model.customer.ContactChannel;

/**
 * What a contact policy asks for, apart from hours.
 *
 * @param consentNeeded does marketing need a consent for purpose and channel? Care and service only need that nobody refused them
 * @param minimumDistance least time between two marketing contacts of a customer, in days of 24 hours; 0 for none
 * @param mode how campaigns compete for a customer
 * @param pauseOnAlarm does marketing wait while a capacity or quality alarm is up in the home cell?
 * @param caps how often units are contacted at most
 * @param dailyCapacity what each channel carries in a day, by its position in {@link ContactChannel#VALUES}; {@link #UNLIMITED} where nothing limits it
 */
public record GateRules(boolean consentNeeded, int minimumDistance, ArbitrationMode mode, boolean pauseOnAlarm, List<Cap> caps,
        long[] dailyCapacity) {

    /** No limit. */
    public static final long UNLIMITED = Long.MAX_VALUE;
    /** All channels together. */
    public static final int EVERY_CHANNEL = -1;
    /** Number of channels. */
    public static final int CHANNELS = ContactChannel.VALUES.size();

    /**
     * A cap on marketing contacts.
     *
     * @param unit what is counted: a customer, the household (who has none is one), or the corporate group (who has none is not capped)
     * @param channel position of the channel, or {@link #EVERY_CHANNEL}
     * @param maximum most contacts
     * @param days length of the window, in days of 24 hours; a contact exactly that long ago is outside of it
     */
    public record Cap(AudienceUnit unit, int channel, int maximum, int days) {

        public Cap {
            Objects.requireNonNull(unit, "unit");
            if (maximum < 0 || days < 1) {
                throw new IllegalArgumentException("a cap of " + maximum + " in " + days + " days");
            }
        }

        boolean counts(int other) {
            return channel == EVERY_CHANNEL || channel == other;
        }
    }

    public GateRules {
        Objects.requireNonNull(mode, "mode");
        caps = List.copyOf(caps);
        if (dailyCapacity.length != CHANNELS) {
            throw new IllegalArgumentException("Each channel has a capacity");
        }
    }

    /** Consent is needed and nothing is limited. */
    public static GateRules open() {
        long[] capacity = new long[CHANNELS];
        java.util.Arrays.fill(capacity, UNLIMITED);
        return new GateRules(true, 0, ArbitrationMode.EXPECTED_VALUE, true, List.of(), capacity);
    }
}
