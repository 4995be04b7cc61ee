package org.towercrier.expansion.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Situation.Place;

/** What is laid down, as texts. */
class DraftTextTest {

    private static PlanQuestion everything() {
        Map<String, Double> years = new LinkedHashMap<>();
        years.put("2027", 200_000.5);
        years.put("2026", 1e-7);
        return new PlanQuestion(123_456.789, 36, new Terms(years, true, List.of("SECTOR_SPLIT:A", "NEW_SITE:工地 1"),
                List.of("NEW_SITE:*", "0815", "- a: b"), Map.of("SMALL_CELL", Map.of("power", -3.5, "gain", 0.75)),
                List.of(new Place("007", "Roof \"North\": 1", -33.5, 151.25)), new Weights(2, 0, 0.25, Map.of("DENSE_URBAN", 3.0)),
                new Limits(75, 65, 700, 1500, 0.5, 0.25, 7, 0.2)));
    }

    @Test
    void allOfItComesBack() throws PlanException {
        PlanQuestion back = DraftText.read(DraftText.write(everything()));
        assertEquals(everything(), back);
        assertEquals(List.of("2027", "2026"), List.copyOf(back.terms().years().keySet()), "years keep their order");
        assertEquals(PlanQuestion.USUAL, DraftText.read(DraftText.write(PlanQuestion.USUAL)));
    }

    @ParameterizedTest
    @CsvSource({ "budget,-1", "budget,much", "budget,NaN", "horizon,0", "horizon,61", "horizon,1.5", "terms,pins: 3", "terms,pin: []" })
    void whatIsNotWhatWasWrittenIsRefused(String name, String text) {
        Map<String, String> texts = new HashMap<>(DraftText.write(everything()));
        texts.put(name, text);
        assertThrows(PlanException.class, () -> DraftText.read(texts));
    }
}
