package org.towercrier.capacity.internal.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.forecast.LoadForecast.Subject;
import org.towercrier.capacity.internal.forecast.Sector.Member;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.MeasuredObject;

@DisplayName("Samples of a physical sector")
class SectorSeriesTest {

    private static final String PRB = "RRU.PrbTotDl";
    private static final String USERS = "RRC.ConnMean";
    private static final Set<String> BOTH = Set.of(PRB, USERS);

    private static CellSeries cell(int number, int period, long first, double[] prb, double[] users) {
        long[] starts = new long[prb.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = first + (long) i * period;
        }
        MeasuredObject object = new MeasuredObject(number, "object-" + number, "cell-" + number, "LTE_FDD", "URBAN", Set.of("north"));
        return new CellSeries(object, period, starts, new boolean[starts.length], Map.of(PRB, prb, USERS, users),
                new Measurements().naturals());
    }

    private static Sector sector(double... bandwidths) {
        List<Member> members = new java.util.ArrayList<>();
        for (int i = 0; i < bandwidths.length; i++) {
            members.add(new Member(i + 1, "object-" + (i + 1), "cell-" + (i + 1), bandwidths[i]));
        }
        return new Sector("site-7/1", members);
    }

    @Test
    @DisplayName("Percentages are weighted by bandwidth, users are not; what is missing does not count")
    void weighted() {
        CellSeries one = cell(1, 900, 0, new double[]{ 80, 40, Double.NaN }, new double[]{ 10, 20, 30 });
        CellSeries two = cell(2, 900, 900, new double[]{ 10, 50 }, new double[]{ 40, 50 });
        CellSeries both = new SectorSeries(new Measurements()).combine(sector(20, 5), List.of(one, two), BOTH).orElseThrow();
        assertEquals(3, both.size());
        assertArrayEquals(new double[]{ 80, (20 * 40 + 5 * 10) / 25.0, 50 }, both.column(PRB), 1e-12);
        assertArrayEquals(new double[]{ 10, 30, 40 }, both.column(USERS), 1e-12);
        assertEquals("site-7/1", both.object().name());
        assertEquals("LTE_FDD", both.object().technology());
        assertEquals(new Subject("site-7/1", "cell-1", List.of("cell-1", "cell-2"), true),
                SectorSeries.subject(sector(20, 5), List.of(one, two)));
    }

    @Test
    @DisplayName("Without the bandwidth of every cell all weigh the same")
    void unknownBandwidth() {
        CellSeries one = cell(1, 900, 0, new double[]{ 80 }, new double[]{ 10 });
        CellSeries two = cell(2, 900, 0, new double[]{ 40 }, new double[]{ 30 });
        CellSeries both = new SectorSeries(new Measurements()).combine(sector(20, Double.NaN), List.of(one, two), BOTH).orElseThrow();
        assertArrayEquals(new double[]{ 60 }, both.column(PRB), 1e-12);
    }

    @Test
    @DisplayName("Cells whose samples have different lengths are not mixed")
    void lengths() {
        CellSeries one = cell(1, 900, 0, new double[]{ 80 }, new double[]{ 10 });
        CellSeries two = cell(2, 3600, 0, new double[]{ 40 }, new double[]{ 30 });
        assertEquals(Optional.empty(), new SectorSeries(new Measurements()).combine(sector(20, 20), List.of(one, two), BOTH));
    }

    @Test
    @DisplayName("A sector is whole when the last of the objects that come has come, in whatever order")
    void collected() {
        SectorCollector collector = new SectorCollector(List.of(sector(20, 20, 20)), Set.of(1, 3, 9), Set.of(PRB));
        CellSeries one = cell(1, 900, 0, new double[]{ 80 }, new double[]{ 10 });
        CellSeries three = cell(3, 900, 0, new double[]{ 40 }, new double[]{ 30 });
        assertEquals(Optional.empty(), collector.add(three));
        assertEquals(Optional.empty(), collector.add(cell(9, 900, 0, new double[]{ 40 }, new double[]{ 30 })));
        SectorCollector.Whole whole = collector.add(one).orElseThrow();
        assertEquals(List.of("object-1", "object-3"), whole.members().stream().map(each -> each.object().name()).toList());
        assertTrue(Double.isNaN(whole.members().getFirst().value(USERS, 0)));
        assertTrue(new SectorCollector(List.of(sector(20, 20)), Set.of(2), Set.of(PRB)).idle());
    }
}
