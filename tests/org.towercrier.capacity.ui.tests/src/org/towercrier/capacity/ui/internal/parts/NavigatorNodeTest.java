package org.towercrier.capacity.ui.internal.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.ui.internal.Snapshots;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.filters.AlarmScope;
import org.towercrier.capacity.ui.internal.filters.ListFilter;
import org.towercrier.capacity.ui.internal.filters.SavedFilters;
import org.towercrier.model.alarm.PerceivedSeverity;

class NavigatorNodeTest {

    private static final ListFilter NIGHT = new ListFilter(AlarmScope.SHELVED, true, "night", Map.of(), "");
    private static final List<SavedFilters.Saved> KEPT = List.of(new SavedFilters.Saved("Night", NIGHT));

    private final NavigatorNode network = NavigatorNode.of(new Snapshots().cell("a", "S1", "North").cell("b", "S1", "North")
            .cell("c", "S2", "South").cell("d", "", "").alarm("c", PerceivedSeverity.CRITICAL).alarm("a", PerceivedSeverity.MINOR)
            .build(), KEPT, new Texts(Locale.ENGLISH)).get(1);

    @Test
    void aNodeCountsTheCellsInTroubleBelowIt() {
        assertEquals(2, network.alarms());
        assertEquals(Optional.of(PerceivedSeverity.CRITICAL), network.worst());
        assertEquals(List.of("d", "a", "b", "c"), network.cells());
    }

    @Test
    void whatIsWorstComesFirst() {
        assertEquals(List.of("South", "North", "Without region"),
                network.troubledFirst().stream().map(NavigatorNode::label).toList());
    }

    @Test
    void keptFiltersStandBelowTheOnesThatAreAlwaysThere() {
        NavigatorNode filters = NavigatorNode.of(new Snapshots().build(), KEPT, new Texts(Locale.ENGLISH)).getFirst();
        assertEquals("All alarms", filters.children().getFirst().label());
        assertEquals(List.of("Shelved", "Back from the shelf", "Cleared, unacknowledged", "Night"),
                filters.children().stream().map(NavigatorNode::label).skip(filters.children().size() - 4L).toList());
        NavigatorNode kept = filters.children().getLast();
        assertEquals(NavigatorNode.Kind.SAVED_FILTER, kept.kind());
        assertEquals(Optional.of(NIGHT), kept.filter());
    }
}
