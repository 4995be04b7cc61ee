package org.towercrier.campaign.internal.capacity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.towercrier.model.campaign.CellRoom;

/** Cells whose loads can be added up by hand. */
class RoomPlanTest {

    private static final int NONE = RoomPlan.NONE;

    /** The same load in every hour. */
    private static RoomPlan.OfferLoad offer(double mbit, double homeShare, double value) {
        return new RoomPlan.OfferLoad(IntStream.range(0, 24).mapToDouble(hour -> mbit).toArray(), homeShare, value);
    }

    private static String names(RoomPlan.Result result) {
        StringBuilder names = new StringBuilder();
        for (byte room : result.room()) {
            names.append(CellRoom.get(room)).append(' ');
        }
        return names.toString().strip();
    }

    @Test
    void members_fill_the_home_and_the_work_cell_until_there_is_no_room() {
        // Each member adds 10 Mbit: 6 at home, 4 at work. Cell 0 has room for 13: two homes (12); cell 1 for 100.
        RoomPlan.Cells cells = new RoomPlan.Cells(new int[]{ 20, 12 }, new double[]{ 13, 100 }, new boolean[2]);
        RoomPlan.Members members = new RoomPlan.Members(new int[]{ 0, 0, 0, 1 }, new int[]{ 1, 1, 1, NONE }, new int[4],
                new int[][]{ { 0 } });
        RoomPlan.Result result = RoomPlan.fill(cells, new RoomPlan.OfferLoad[]{ offer(10, 0.6, 5) }, members, 0.1);
        assertEquals("ROOM ROOM DELAYED ROOM", names(result));
        assertArrayEquals(new double[]{ 12, 18 }, result.added(), 1e-9);
        assertArrayEquals(new double[]{ 18, 22 }, result.wanted(), 1e-9);
        assertArrayEquals(new long[]{ 3, 4 }, result.members());
        assertArrayEquals(new long[]{ 1, 0 }, result.turnedAway());
    }

    @Test
    void the_load_counts_in_the_busy_hour_of_each_cell() {
        double[] hours = new double[24];
        hours[20] = 30;
        hours[12] = 2;
        RoomPlan.Cells cells = new RoomPlan.Cells(new int[]{ 20, 12, 3 }, new double[]{ 100, 100, 100 }, new boolean[3]);
        RoomPlan.Members members = new RoomPlan.Members(new int[]{ 0, 1, 2 }, new int[]{ 1, 0, NONE }, new int[3], new int[][]{ { 0 } });
        RoomPlan.Result result = RoomPlan.fill(cells, new RoomPlan.OfferLoad[]{ new RoomPlan.OfferLoad(hours, 0.5, 1) }, members, 0.1);
        assertArrayEquals(new double[]{ 30, 2, 0 }, result.added(), 1e-9);
    }

    @Test
    void a_cell_that_is_full_anyway_leaves_out_and_an_off_peak_offer_gets_in() {
        RoomPlan.Cells cells = new RoomPlan.Cells(new int[]{ 20, -1 }, new double[]{ 0, Double.NaN }, new boolean[2]);
        RoomPlan.OfferLoad[] offers = { offer(10, 1, 5), offer(0.5, 1, 2) };
        RoomPlan.Members members = new RoomPlan.Members(new int[]{ 0, 0, 1, NONE }, new int[]{ NONE, NONE, NONE, NONE },
                new int[]{ 0, 1, 0, 0 },
                new int[][]{ { 0 }, { 0, 1 } });
        RoomPlan.Result result = RoomPlan.fill(cells, offers, members, 0.1);
        assertEquals("LEFT_OUT OFF_PEAK UNKNOWN UNKNOWN", names(result));
        assertArrayEquals(new int[]{ 0, 1, 0, 0 }, result.offer());
    }

    /** Limit 100 Mbit of room, full: the lighter offer adds 3 of 10 Mbit: off-peak by a policy that takes three tenths for it, and not by one that takes a tenth. */
    @Test
    void the_policy_says_up_to_which_part_an_offer_is_off_peak() {
        RoomPlan.Cells full = new RoomPlan.Cells(new int[]{ 18 }, new double[]{ 0 }, new boolean[]{ false });
        RoomPlan.OfferLoad[] offers = { offer(10, 1, 5), offer(3, 1, 2) };
        RoomPlan.Members members = new RoomPlan.Members(new int[]{ 0 }, new int[]{ RoomPlan.NONE }, new int[]{ 0 },
                new int[][]{ { 0, 1 } });
        assertEquals("LEFT_OUT", names(RoomPlan.fill(full, offers, members, 0.1)));
        assertEquals("OFF_PEAK", names(RoomPlan.fill(full, offers, members, 0.3)));
    }

    @Test
    void those_worth_more_come_first_and_idle_cells_are_told() {
        RoomPlan.Cells cells = new RoomPlan.Cells(new int[]{ 20 }, new double[]{ 10 }, new boolean[]{ true });
        RoomPlan.OfferLoad[] offers = { offer(10, 1, 1), offer(10, 1, 9) };
        RoomPlan.Members members = new RoomPlan.Members(new int[]{ 0, 0 }, new int[]{ NONE, NONE }, new int[]{ 0, 1 },
                new int[][]{ { 0 }, { 1 } });
        assertEquals("DELAYED IDLE", names(RoomPlan.fill(cells, offers, members, 0.1)));
    }

    @Test
    void room_is_the_volume_that_fits_below_the_limit() {
        assertEquals(400, new CellBusyHours.BusyHour(20, 50, 1_000).room(70), 1e-9);
        assertEquals(0, new CellBusyHours.BusyHour(20, 70, 1_000).room(70), 1e-9);
        assertEquals(Double.NaN, new CellBusyHours.BusyHour(20, 50, Double.NaN).room(70));
    }
}
