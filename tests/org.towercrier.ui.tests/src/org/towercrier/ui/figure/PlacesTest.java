package org.towercrier.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.ui.figure.LabelPlaces.Box;
import org.towercrier.ui.figure.StepFigure.Curve;

class PlacesTest {

    @Test
    void ticksAreRoundAndBetweenTheEnds() {
        assertEquals(List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0), new Scale(0, 100, 0, 500).ticks(5));
        assertEquals(List.of(-2.0, 0.0, 2.0), new Scale(-2.3, 2.3, 0, 100).ticks(3));
        Scale fine = new Scale(0.31, 0.352, 0, 100);
        assertEquals(2, fine.digits(4));
        assertTrue(fine.ticks(4).stream().allMatch(tick -> tick >= 0.31 && tick <= 0.352));
        assertEquals(42, fine.value(fine.at(42)), 1e-9);
    }

    @Test
    void labelsOfPointsThatLieTogetherDoNotCoverOneAnother() {
        LabelPlaces places = new LabelPlaces(new Box(0, 0, 600, 400));
        List<Box> labels = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            places.take(new Box(300 + i, 200 + i, 8, 8));
        }
        for (int i = 0; i < 12; i++) {
            places.place(304 + i, 204 + i, 90, 14, 4).ifPresent(labels::add);
        }
        assertEquals(12, labels.size());
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(labels.get(i).meets(labels.get(j)), labels.get(i) + " and " + labels.get(j));
            }
        }
    }

    @Test
    void aLabelStaysInsideOfItsArea() {
        Box area = new Box(0, 0, 100, 40);
        Optional<Box> corner = new LabelPlaces(area).place(97, 38, 60, 14, 3);
        assertTrue(corner.isPresent() && area.holds(corner.get()), String.valueOf(corner));
        assertEquals(Optional.empty(), new LabelPlaces(area).place(50, 20, 160, 14, 3));
    }

    @Test
    void thoseAtRiskAreThoseWhoWereNotGoneBefore() {
        Curve curve = new Curve("g", new double[]{ 3, 5 }, new double[]{ 0.8, 0.4 }, new double[]{ 0.5, 0.1 }, new double[]{ 0.9, 0.7 },
                new long[]{ 10, 6 }, 1, 7);
        assertEquals(10, curve.atRisk(0));
        assertEquals(10, curve.atRisk(3));
        assertEquals(6, curve.atRisk(3.5));
        assertEquals(0, curve.atRisk(6));
        assertEquals(1, curve.valueAt(2.9));
        assertEquals(0.8, curve.valueAt(3));
        assertTrue(Double.isNaN(curve.valueAt(8)));
        assertEquals(5, curve.median().orElseThrow());
    }

    @Test
    void aPlaceIsFoundByItsOutline() {
        Spot triangle = new Spot(new double[]{ 0, 0, 10, 0, 0, 10 }, List.of("t"), Optional.empty());
        assertTrue(triangle.contains(2, 2));
        assertFalse(triangle.contains(8, 8));
    }
}
