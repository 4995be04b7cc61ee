package org.towercrier.campaign.gate;

/**
 * Marketing contacts that were made before the moment that is asked about, as columns.
 *
 * @param person position of the customer
 * @param channel position of the channel
 * @param seconds when, in seconds since 1970-01-01T00:00:00Z
 */
public record GateHistory(int[] person, byte[] channel, long[] seconds) {

    /** No contacts. */
    public static final GateHistory NONE = new GateHistory(new int[0], new byte[0], new long[0]);

    /** How many there are. */
    public int size() {
        return person.length;
    }
}
