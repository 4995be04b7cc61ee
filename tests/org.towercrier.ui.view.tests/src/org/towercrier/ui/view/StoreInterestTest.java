package org.towercrier.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.towercrier.store.StoreEvents;

class StoreInterestTest {

    private static final StoreInterest CELLS = StoreInterest.inTables("cell", "site").andDocuments("rule-set");

    private static Event committed(String... tables) {
        return new Event(StoreEvents.CHANGED, Map.of(StoreEvents.TABLES, tables));
    }

    private static Event saved(String kind) {
        return new Event(StoreEvents.DOCUMENT, Map.of(StoreEvents.KIND, kind, StoreEvents.NAME, "any"));
    }

    @Test
    @DisplayName("a commit concerns a view when one of its tables is among those that were written")
    void tables() {
        assertTrue(CELLS.concerns(committed("alarm", "site")));
        assertFalse(CELLS.concerns(committed("alarm", "contact")));
    }

    @Test
    @DisplayName("a saved document concerns a view when it is of a kind that the view shows")
    void documents() {
        assertTrue(CELLS.concerns(saved("rule-set")));
        assertFalse(CELLS.concerns(saved("campaign")));
        assertFalse(StoreInterest.inTables("rule-set").concerns(saved("rule-set")));
    }

    @Test
    @DisplayName("a tile tells those who follow it, and no longer who has left")
    void tile() {
        StoreTile tile = new StoreTile(CELLS) {
            @Override
            public Content read(Locale locale) {
                return new Content("Cells", "", "", List.of(), "", "", Map.of());
            }
        };
        List<String> told = new ArrayList<>();
        Runnable leave = tile.follow(() -> told.add("first"));
        tile.follow(() -> told.add("second"));
        tile.handleEvent(committed("alarm"));
        tile.handleEvent(committed("cell"));
        leave.run();
        tile.handleEvent(saved("rule-set"));
        assertEquals(List.of("first", "second", "second"), told);
    }
}
