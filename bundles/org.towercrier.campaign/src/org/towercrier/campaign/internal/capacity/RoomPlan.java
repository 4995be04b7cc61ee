package org.towercrier.campaign.internal.capacity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.towercrier.model.campaign.CellRoom;

/**
 * Fills the cells with the members of an audience, those worth most first, until there is no room: a pure function over columns.
 *
 * <p>A member adds load to the cell at home and to the cell at work, in the busy hour of each. When it does not fit, lighter offers of the campaign are tried, and one with a small part of the load (a tenth or less unless the contact policy
 * says otherwise), an off-peak offer, is given even in a full cell; a member
 * that fits with none is left out when a cell is full without the campaign, and comes later when members worth more used it up.
 */
public final class RoomPlan {

    /** No cell. */
    public static final int NONE = -1;
    private static final double ROUNDING = 1e-9;

    /**
     * Cells.
     *
     * @param busyHour of the day, 0 to 23; negative where it is not known
     * @param room in the busy hour, in Mbit; NaN where it is not known
     * @param idle has the cell room to spare?
     */
    public record Cells(int[] busyHour, double[] room, boolean[] idle) {
    }

    /**
     * An offer.
     *
     * @param hourly load that one contacted member is expected to add in each hour of the day, in Mbit
     * @param homeShare share of it at home
     * @param value expected value of a contact
     */
    public record OfferLoad(double[] hourly, double homeShare, double value) {

        double at(int hour) {
            return hour < 0 ? Arrays.stream(hourly).max().orElse(0) : hourly[hour];
        }
    }

    /**
     * Members.
     *
     * @param home position of the cell at home, or {@link #NONE}
     * @param work position of the cell at work; {@link #NONE} where there is none: all of the load is at home then
     * @param choice position in {@code choices} of the offers that each member may get, the best first
     * @param choices lists of positions of offers
     */
    public record Members(int[] home, int[] work, int[] choice, int[][] choices) {
    }

    /**
     * What came out.
     *
     * @param room by {@link CellRoom#getValue()}
     * @param offer position of the offer that each member gets; that of the first choice where there is no room
     * @param wanted what all members would add to each cell with their first choice, in Mbit
     * @param added what those who are admitted add
     * @param members who live or work in each cell
     * @param turnedAway by each cell
     */
    public record Result(byte[] room, int[] offer, double[] wanted, double[] added, long[] members, long[] turnedAway) {
    }

    private final Cells cells;
    private final OfferLoad[] offers;
    private final Members members;
    private final Result result;
    private final double[] left;
    private final double offPeak;

    private RoomPlan(Cells cells, OfferLoad[] offers, Members members, double offPeak) {
        this.offPeak = offPeak;
        this.cells = cells;
        this.offers = offers;
        this.members = members;
        int n = members.home().length;
        int c = cells.room().length;
        this.result = new Result(new byte[n], new int[n], new double[c], new double[c], new long[c], new long[c]);
        this.left = cells.room().clone();
    }

    /**
     * Fills the cells; of members worth the same the first comes first.
     *
     * @param offPeak part of the load of the first choice up to which a lighter offer is given although a cell is full
     */
    public static Result fill(Cells cells, OfferLoad[] offers, Members members, double offPeak) {
        RoomPlan plan = new RoomPlan(cells, offers, members, offPeak);
        Integer[] lists = IntStream.range(0, members.choices().length).boxed()
                .sorted(Comparator.comparing((Integer list) -> -plan.value(list))).toArray(Integer[]::new);
        for (int list : lists) {
            for (int member = 0; member < members.home().length; member++) {
                if (members.choice()[member] == list) {
                    plan.place(member, members.choices()[list]);
                }
            }
        }
        return plan.result;
    }

    private double value(int list) {
        int[] choices = members.choices()[list];
        return choices.length == 0 ? 0 : offers[choices[0]].value();
    }

    private void place(int member, int[] choices) {
        int home = members.home()[member];
        int work = members.work()[member];
        count(home);
        if (work != home) {
            count(work);
        }
        if (choices.length == 0) {
            result.offer()[member] = NONE;
            result.room()[member] = (byte) CellRoom.ROOM_VALUE;
            return;
        }
        result.offer()[member] = choices[0];
        add(result.wanted(), home, homeLoad(choices[0], home, work));
        add(result.wanted(), work, workLoad(choices[0], home, work));
        double first = homeLoad(choices[0], home, work) + workLoad(choices[0], home, work);
        for (int i = 0; i < choices.length; i++) {
            double load = homeLoad(choices[i], home, work) + workLoad(choices[i], home, work);
            if (i == 0 && fits(choices[i], home, work) || i > 0 && load < first
                    && (load <= offPeak * first || fits(choices[i], home, work))) {
                admit(member, choices[i], home, work, i > 0);
                return;
            }
        }
        refuse(member, choices[0], home, work);
    }

    private void count(int cell) {
        if (cell != NONE) {
            result.members()[cell]++;
        }
    }

    private static void add(double[] loads, int cell, double load) {
        if (cell != NONE) {
            loads[cell] += load;
        }
    }

    private double homeLoad(int offer, int home, int work) {
        return home == NONE ? 0 : offers[offer].at(cells.busyHour()[home]) * (work == NONE ? 1 : offers[offer].homeShare());
    }

    private double workLoad(int offer, int home, int work) {
        return work == NONE ? 0 : offers[offer].at(cells.busyHour()[work]) * (home == NONE ? 1 : 1 - offers[offer].homeShare());
    }

    private boolean fits(int offer, int home, int work) {
        double atHome = homeLoad(offer, home, work);
        double atWork = workLoad(offer, home, work);
        return home == work ? room(home, atHome + atWork) : room(home, atHome) && room(work, atWork);
    }

    private boolean room(int cell, double load) {
        return cell == NONE || load == 0 || Double.isNaN(left[cell]) || left[cell] - load >= -ROUNDING;
    }

    private void admit(int member, int offer, int home, int work, boolean lighter) {
        double atHome = homeLoad(offer, home, work);
        double atWork = workLoad(offer, home, work);
        add(left, home, -atHome);
        add(left, work, -atWork);
        add(result.added(), home, atHome);
        add(result.added(), work, atWork);
        result.offer()[member] = offer;
        boolean unknown = home == NONE || Double.isNaN(left[home]) || work != NONE && Double.isNaN(left[work]);
        result.room()[member] = (byte) (lighter ? CellRoom.OFF_PEAK_VALUE
                : unknown ? CellRoom.UNKNOWN_VALUE : cells.idle()[home] ? CellRoom.IDLE_VALUE : CellRoom.ROOM_VALUE);
    }

    private void refuse(int member, int offer, int home, int work) {
        double atHome = homeLoad(offer, home, work);
        double atWork = workLoad(offer, home, work);
        boolean never = false;
        for (int cell : home == work ? new int[]{ home } : new int[]{ home, work }) {
            double load = home == work ? atHome + atWork : cell == home ? atHome : atWork;
            if (!room(cell, load)) {
                result.turnedAway()[cell]++;
                never |= cells.room()[cell] < load;
            }
        }
        result.room()[member] = (byte) (never ? CellRoom.LEFT_OUT_VALUE : CellRoom.DELAYED_VALUE);
    }
}
