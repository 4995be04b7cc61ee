package org.towercrier.campaign.gate;

import java.util.Arrays;
import java.util.List;

import org.towercrier.model.campaign.MessageClass;

/**
 * Customers as columns, in the order of their identities. Positions that do not exist are {@link #NONE}.
 *
 * @param ids identities, ascending
 * @param household position of the household
 * @param group position of the corporate group
 * @param homeCell position of the cell at home
 * @param profile position of the hours in which the customer may be contacted
 * @param preferred channel that the customer prefers
 * @param left who is no longer a customer
 * @param universal who is in the universal control group
 * @param doNotContact position of the reason why somebody must not be contacted
 * @param consents state of the consent by purpose and channel, see {@link #consent}; absent where nothing was read
 * @param alarm cells by position, where a capacity or quality alarm is up
 */
public record GatePeople(String[] ids, int[] household, int[] group, int[] homeCell, int[] profile, byte[] preferred, boolean[] left,
        boolean[] universal, int[] doNotContact, byte[][] consents, boolean[] alarm) {

    /** Nothing. */
    public static final int NONE = -1;

    /** States of a consent. */
    public enum ConsentCode {
        /** Never asked, or not known for that time. */
        UNKNOWN, GRANTED, REFUSED, WITHDRAWN, EXPIRED;

        private static final List<ConsentCode> ALL = List.of(values());

        /** The code of a stored byte. */
        public static ConsentCode of(byte code) {
            return ALL.get(code);
        }
    }

    /** Columns of that length without anything in them: nobody has left, nobody consented. */
    public static GatePeople blank(String[] ids, int cells) {
        int n = ids.length;
        byte[] preferred = new byte[n];
        Arrays.fill(preferred, (byte) NONE);
        return new GatePeople(ids, none(n), none(n), none(n), new int[n], preferred, new boolean[n], new boolean[n], none(n),
                new byte[MessageClass.VALUES.size() * GateRules.CHANNELS][], new boolean[cells]);
    }

    private static int[] none(int n) {
        int[] column = new int[n];
        Arrays.fill(column, NONE);
        return column;
    }

    /** How many there are. */
    public int size() {
        return ids.length;
    }

    /** Consent of a customer to messages of a class on a channel. */
    public ConsentCode consent(MessageClass purpose, int channel, int person) {
        byte[] column = consents[column(purpose, channel)];
        return column == null ? ConsentCode.UNKNOWN : ConsentCode.of(column[person]);
    }

    /** Notes a consent. */
    public void setConsent(MessageClass purpose, int channel, int person, ConsentCode code) {
        int column = column(purpose, channel);
        if (consents[column] == null) {
            consents[column] = new byte[ids.length];
        }
        consents[column][person] = (byte) code.ordinal();
    }

    private static int column(MessageClass purpose, int channel) {
        return purpose.getValue() * GateRules.CHANNELS + channel;
    }

    /** Who counts together with a customer for a cap on households: a customer without one is a unit of its own. */
    int householdUnit(int person, int households) {
        return household[person] == NONE ? households + person : household[person];
    }

    /** Position of a customer, negative when unknown. */
    public int indexOf(String id) {
        return Arrays.binarySearch(ids, id);
    }
}
