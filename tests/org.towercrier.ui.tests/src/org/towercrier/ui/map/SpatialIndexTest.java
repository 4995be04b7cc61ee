package org.towercrier.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class SpatialIndexTest {

    @Test
    void aSearchFindsWhatLookingAtEveryPointFinds() {
        Random random = new Random(3);
        double[] x = random.doubles(5000).toArray();
        double[] y = random.doubles(5000).map(v -> v * v).toArray();
        x[17] = Double.NaN;
        SpatialIndex index = SpatialIndex.of(x, y);
        assertEquals(4999, index.size());
        for (int round = 0; round < 50; round++) {
            MapBounds bounds = MapBounds.at(random.nextDouble(), random.nextDouble()).grown(random.nextDouble() / 5);
            Set<Integer> expected = new TreeSet<>();
            for (int i = 0; i < x.length; i++) {
                if (bounds.contains(x[i], y[i])) {
                    expected.add(i);
                }
            }
            Set<Integer> found = new TreeSet<>();
            index.query(bounds, found::add);
            assertEquals(expected, found);
        }
    }

    @Test
    void squaresHoldEveryPointOnceAndOnlyNeighbours() {
        Random random = new Random(4);
        double[] x = random.doubles(2000).toArray();
        double[] y = random.doubles(2000).toArray();
        SpatialIndex index = SpatialIndex.of(x, y);
        SpatialIndex.Squares squares = index.squares(4);
        assertEquals(256, squares.count());
        Set<Integer> seen = new TreeSet<>();
        for (int s = 0; s < squares.count(); s++) {
            int column = (int) (squares.middleX()[s] * 16);
            int row = (int) (squares.middleY()[s] * 16);
            for (int place = squares.starts()[s]; place < squares.starts()[s + 1]; place++) {
                int point = index.point(place);
                assertTrue(seen.add(point));
                assertEquals(place, index.place(point));
                assertEquals(column, (int) (x[point] * 16));
                assertEquals(row, (int) (y[point] * 16));
            }
        }
        assertEquals(2000, seen.size());
    }

    @Test
    void anIndexOfNothingFindsNothing() {
        SpatialIndex index = SpatialIndex.of(new double[]{ Double.NaN }, new double[]{ 0.5 });
        assertEquals(0, index.count(new MapBounds(0, 0, 1, 1)));
        assertTrue(index.bounds().isEmpty());
        assertEquals(0, index.squares(7).count());
    }
}
