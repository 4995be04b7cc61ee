package org.towercrier.statistics.command.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.statistics.command.internal.verify.ResponseModel.Judged;

class ResponseModelTest {

    @TempDir
    Path folder;

    /** By hand: of 2 × 3 pairs of a response and none, 5 are in order and one is tied. */
    @Test
    void gains_and_area_are_those_found_by_hand() {
        Judged judged = new Judged(new boolean[]{ true, false, true, false, false }, new double[]{ 0.9, 0.5, 0.5, 0.4, 0.1 });
        assertEquals((5 + 0.5) / 6, judged.auc(), 1e-12);
        assertEquals(0.5, judged.gain(0.2), 1e-12);
        assertEquals(0.75, judged.gain(0.4), 1e-12);
        assertEquals(1, judged.gain(1), 1e-12);
        assertEquals(2 * judged.auc() - 1, judged.qini(), 1e-12);
    }

    @Test
    void what_is_only_known_after_the_call_is_not_looked_at() throws Exception {
        double[] auc = new double[2];
        for (int run = 0; run < 2; run++) {
            StringBuilder text = new StringBuilder(
                    "age;job;marital;education;default;housing;loan;contact;month;day_of_week;duration;campaign;"
                            + "pdays;previous;poutcome;emp.var.rate;cons.price.idx;cons.conf.idx;euribor3m;nr.employed;y\n");
            for (int i = 0; i < 400; i++) {
                boolean yes = i % 2 == 0 ? i % 3 > 0 : i % 7 == 1;
                text.append(20 + i % 40).append(i % 2 == 0 ? ";student" : ";retired").append(";single;basic;no;no;no;cellular;may;mon;")
                        .append(run == 0 ? 100 : yes ? 999 : 0).append(";1;999;0;nonexistent;1.1;93.9;-36.4;4.8;5191;")
                        .append(yes ? "yes" : "no")
                        .append('\n');
            }
            Path file = Files.writeString(folder.resolve("contacts" + run + ".csv"), text);
            auc[run] = ResponseModel.of(file).judge(row -> row % 4 == 0 || row % 4 == 1).auc();
        }
        assertTrue(auc[0] > 0.6, "auc " + auc[0]);
        assertEquals(auc[0], auc[1], 0);
    }
}
