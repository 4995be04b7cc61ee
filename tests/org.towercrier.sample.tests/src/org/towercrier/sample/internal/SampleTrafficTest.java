package org.towercrier.sample.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.internal.Block.Gauge;
import org.towercrier.sample.internal.City.CellPlan;

class SampleTrafficTest {

    private static final int DAYS = 28;
    private static final long SEED = 5;
    private static final City CITY = new CityPlanner(SEED).plan(1_500);
    private static final Calendar CALENDAR = new Calendar(SEED, DAYS, SampleRequest.DEFAULT_END, CITY.venues());
    private static final Traffic TRAFFIC = new Traffic(SEED, DAYS, CALENDAR);

    private static Block measure(CellPlan cell) {
        Block block = new Block(DAYS * Profile.SLOTS);
        TRAFFIC.measure(cell, block);
        return block;
    }

    private static List<CellPlan> cells(Predicate<CellPlan> which, int limit) {
        List<CellPlan> found = CITY.cells().stream().filter(which).limit(limit).toList();
        assertTrue(!found.isEmpty());
        return found;
    }

    private static double get(Block block, int row, Gauge gauge) {
        return block.values(row)[gauge.ordinal()];
    }

    @Test
    void thePercentageIsThatOfTheBlocksRoundedDown() {
        for (CellPlan cell : cells(each -> each.layer().packet(), 40)) {
            Block block = measure(cell);
            for (int row = 0; row < block.size(); row++) {
                double share = get(block, row, Gauge.PRB_USED_DL) / get(block, row, Gauge.PRB_AVAIL_DL);
                assertEquals(Math.floor(share * 100), get(block, row, Gauge.PRB_USAGE_DL));
                assertTrue(share >= 0 && share <= 1);
            }
        }
    }

    @Test
    void thereIsNeverMoreSuccessThanAttempts() {
        for (CellPlan cell : cells(each -> each.layer().packet(), 60)) {
            Block block = measure(cell);
            for (int row = 0; row < block.size(); row++) {
                assertTrue(get(block, row, Gauge.RRC_SUCC) <= get(block, row, Gauge.RRC_ATT));
                assertTrue(get(block, row, Gauge.S1_SUCC) <= get(block, row, Gauge.S1_ATT));
                assertTrue(get(block, row, Gauge.ERAB_SUCC) <= get(block, row, Gauge.ERAB_ATT));
                assertTrue(get(block, row, Gauge.ERAB_DROPS) <= get(block, row, Gauge.ERAB_SUCC));
                assertTrue(get(block, row, Gauge.ACTIVE_DL) <= get(block, row, Gauge.RRC_MEAN));
                assertTrue(get(block, row, Gauge.RRC_MEAN) <= get(block, row, Gauge.RRC_MAX));
            }
        }
    }

    @Test
    void usersAndVolumeRiseWithTheLoadAndThroughputFalls() {
        CellPlan busiest = CITY.cells().stream().filter(cell -> cell.layer() == Layer.TDD_41A)
                .max(Comparator.comparingDouble(CellPlan::peak)).orElseThrow();
        Block block = measure(busiest);

        assertTrue(mean(block, Gauge.ACTIVE_DL, 70, 100) > 4 * mean(block, Gauge.ACTIVE_DL, 10, 40));
        assertTrue(mean(block, Gauge.VOLUME_DL, 70, 100) > 2 * mean(block, Gauge.VOLUME_DL, 10, 40));
        assertTrue(mean(block, Gauge.THROUGHPUT_DL, 70, 100) < mean(block, Gauge.THROUGHPUT_DL, 10, 40) / 2);
    }

    private static double mean(Block block, Gauge gauge, double low, double high) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < block.size(); row++) {
            double load = get(block, row, Gauge.PRB_USAGE_DL);
            if (load >= low && load < high) {
                sum += get(block, row, gauge);
                count++;
            }
        }
        assertTrue(count > 20, "too few samples");
        return sum / count;
    }

    @Test
    void badRadioMovesLessDataWithTheSameBlocks() {
        ToDoubleFunction<CellPlan> megabitsPerBlock = cell -> {
            Block block = measure(cell);
            return sum(block, Gauge.VOLUME_DL, 0, DAYS) / sum(block, Gauge.PRB_USED_DL, 0, DAYS);
        };
        double good = cells(cell -> cell.layer() == Layer.TDD_41A && cell.efficiency() > 0.8, 20).stream()
                .mapToDouble(megabitsPerBlock).average().orElseThrow();
        double bad = cells(cell -> cell.layer() == Layer.TDD_41A && cell.efficiency() < 0.5, 20).stream()
                .mapToDouble(megabitsPerBlock).average().orElseThrow();

        assertTrue(bad < 0.6 * good, bad + " against " + good);
    }

    @Test
    void officesPeakOnWorkdaysAndHomesInTheEvening() {
        double[] office = profileOf(Profile.WORK);
        double[] home = profileOf(Profile.HOME);

        assertTrue(office[44] > 3 * office[84]);
        assertTrue(home[84] > 2 * home[60]);
    }

    /** Mean downlink volume by quarter of an hour over workdays. */
    private static double[] profileOf(Profile profile) {
        double[] sums = new double[Profile.SLOTS];
        for (CellPlan cell : cells(each -> each.site().profile() == profile && each.layer().packet(), 40)) {
            Block block = measure(cell);
            for (int row = 0; row < block.size(); row++) {
                if (!CALENDAR.weekend(block.slot(row) / Profile.SLOTS)) {
                    sums[block.slot(row) % Profile.SLOTS] += get(block, row, Gauge.VOLUME_DL);
                }
            }
        }
        return sums;
    }

    @Test
    void trafficGrows() {
        double first = 0;
        double last = 0;
        for (CellPlan cell : cells(each -> each.layer().packet() && each.site().district().growth() > 0.04, 60)) {
            Block block = measure(cell);
            first += sum(block, Gauge.VOLUME_DL, 0, 7);
            last += sum(block, Gauge.VOLUME_DL, DAYS - 7, DAYS);
        }
        assertTrue(last > 1.01 * first, last + " after " + first);
    }

    private static double sum(Block block, Gauge gauge, int fromDay, int untilDay) {
        double sum = 0;
        for (int row = 0; row < block.size(); row++) {
            int day = block.slot(row) / Profile.SLOTS;
            if (day >= fromDay && day < untilDay) {
                sum += get(block, row, gauge);
            }
        }
        return sum;
    }

    @Test
    void someCellsFallSilentAndSomeOfThemStaySo() {
        List<CellPlan> silent = new ArrayList<>();
        List<CellPlan> silentNow = new ArrayList<>();
        for (CellPlan cell : CITY.cells()) {
            Calendar.Span silence = CALENDAR.silence(cell);
            if (silence.until() > silence.from()) {
                silent.add(cell);
                if (silence.until() == DAYS * Profile.SLOTS) {
                    silentNow.add(cell);
                }
            }
        }
        assertTrue(silent.size() > 8 && silent.size() < 60, silent.size() + " silent");
        assertTrue(!silentNow.isEmpty() && silentNow.size() < silent.size());
        Block block = measure(silentNow.getFirst());
        assertTrue(block.slot(block.size() - 1) < DAYS * Profile.SLOTS - 1);
    }

    @Test
    void aStadiumFillsTheCellsAroundItOnIrregularDays() {
        City.Venue stadium = CITY.venues().stream().filter(venue -> venue.name().endsWith("Stadium")).findFirst()
                .orElseThrow();
        CellPlan near = CITY.cells().stream().filter(cell -> cell.layer().packet())
                .min(Comparator.comparingDouble(cell -> Math.hypot(cell.site().east() - stadium.east(),
                        cell.site().north() - stadium.north())))
                .orElseThrow();
        float[] crowds = CALENDAR.crowds(near);
        int crowded = 0;
        for (int day = 0; day < DAYS; day++) {
            boolean today = false;
            for (int quarter = 0; quarter < Profile.SLOTS; quarter++) {
                today |= crowds[day * Profile.SLOTS + quarter] > 2;
            }
            crowded += today ? 1 : 0;
        }
        assertTrue(crowded >= 1 && crowded <= DAYS / 2, crowded + " days");
    }

    @Test
    void aFewCellsInAHundredAreFullAtTheirBusyHourDayAfterDay() {
        int full = 0;
        int packet = 0;
        for (CellPlan cell : CITY.cells()) {
            if (cell.layer().technology().getLiteral().startsWith("LTE")) {
                packet++;
                full += fullDays(measure(cell)) >= 3 ? 1 : 0;
            }
        }
        double share = 100.0 * full / packet;
        assertTrue(share > 1.5 && share < 6, share + " % of the LTE cells");
    }

    /** Of the last seven days, those on which an hour has 70 % of the downlink blocks in use on average. */
    private static int fullDays(Block block) {
        double[] used = new double[DAYS * Profile.SLOTS];
        for (int row = 0; row < block.size(); row++) {
            used[block.slot(row)] = get(block, row, Gauge.PRB_USED_DL) / get(block, row, Gauge.PRB_AVAIL_DL);
        }
        int days = 0;
        for (int day = DAYS - 7; day < DAYS; day++) {
            double best = 0;
            for (int quarter = 0; quarter + 4 <= Profile.SLOTS; quarter++) {
                int at = day * Profile.SLOTS + quarter;
                best = Math.max(best, (used[at] + used[at + 1] + used[at + 2] + used[at + 3]) / 4);
            }
            days += best > 0.7 ? 1 : 0;
        }
        return days;
    }
}
