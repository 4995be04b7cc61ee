package org.towercrier.capacity.ui.internal.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.ui.internal.Snapshots;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.alarm.PerceivedSeverity;

class NavigatorNodeTest {

    private final NavigatorNode network = NavigatorNode.of(new Snapshots().cell("a", "S1", "North").cell("b", "S1", "North")
            .cell("c", "S2", "South").cell("d", "", "").alarm("c", PerceivedSeverity.CRITICAL).alarm("a", PerceivedSeverity.MINOR)
            .build(), new Texts(Locale.ENGLISH)).get(1);

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
}
