package org.towercrier.campaign.gate;

import org.towercrier.model.campaign.CellRoom;

/**
 * Who is to be contacted by which campaign, as columns. The same customer may be a candidate of several campaigns, of each once.
 *
 * @param person position of the customer
 * @param campaign position of the campaign
 * @param value expected value of the contact
 * @param control is the member in the control group of the campaign?
 * @param contacted did the campaign contact the member before?
 * @param room what the cells of the member have room for, by {@link CellRoom#getValue()}; negative when it was not checked
 */
public record GateCandidates(int[] person, int[] campaign, double[] value, boolean[] control, boolean[] contacted, byte[] room) {

    /** How many there are. */
    public int size() {
        return person.length;
    }

    boolean is(int row, CellRoom wanted) {
        return room[row] == wanted.getValue();
    }
}
