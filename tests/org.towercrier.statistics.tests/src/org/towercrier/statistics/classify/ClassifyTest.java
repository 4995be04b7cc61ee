package org.towercrier.statistics.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Telling two kinds apart")
class ClassifyTest {

    @Test
    @DisplayName("Precision, recall and F1 by hand")
    void confusion() {
        Confusion confusion = Confusion.of(new boolean[]{ true, true, true, false, false },
                new boolean[]{ true, true, false, true, false });
        assertEquals(new Confusion(2, 1, 1, 1), confusion);
        assertEquals(2 / 3.0, confusion.precision(), 1e-12);
        assertEquals(2 / 3.0, confusion.recall(), 1e-12);
        assertEquals(2 / 3.0, confusion.f1(), 1e-12);
        assertEquals(0, Confusion.of(new boolean[2], new boolean[]{ true, false }).f1(), 0);
    }

    @Test
    @DisplayName("The best limit flags ties together")
    void limit() {
        assertEquals(3, Confusion.bestLimit(new double[]{ 1, 3, 5, 3, 0 }, new boolean[]{ false, true, true, true, false }), 0);
        assertEquals(Double.POSITIVE_INFINITY, Confusion.bestLimit(new double[]{ 1, 2 }, new boolean[2]), 0);
    }

    @Test
    @DisplayName("Of one figure with two values the coefficients are log odds")
    void odds() {
        // x = 0: 20 of 100 are one; x = 1: 60 of 100 are.
        double[][] rows = new double[200][1];
        boolean[] truth = new boolean[200];
        for (int i = 0; i < 200; i++) {
            rows[i][0] = i / 100;
            truth[i] = i % 100 < (i < 100 ? 20 : 60);
        }
        LogisticModel model = LogisticModel.fit(rows, truth, 1e-9);
        assertEquals(Math.log(0.2 / 0.8), model.coefficients()[1], 1e-6);
        assertEquals(Math.log(0.6 / 0.4) - Math.log(0.2 / 0.8), model.coefficients()[0], 1e-6);
        assertEquals(0.6, model.probability(new double[]{ 1 }), 1e-6);
    }

    @Test
    @DisplayName("Kinds that a plane parts have finite coefficients all the same")
    void parted() {
        Random random = new Random(1);
        double[][] rows = new double[100][2];
        boolean[] truth = new boolean[100];
        for (int i = 0; i < 100; i++) {
            truth[i] = i % 2 == 0;
            rows[i][0] = (truth[i] ? 3 : -3) + random.nextDouble();
            rows[i][1] = random.nextGaussian();
        }
        LogisticModel model = LogisticModel.fit(rows, truth, 1);
        assertTrue(Double.isFinite(model.coefficients()[0]));
        assertTrue(model.probability(new double[]{ 3, 0 }) > 0.9);
    }
}
