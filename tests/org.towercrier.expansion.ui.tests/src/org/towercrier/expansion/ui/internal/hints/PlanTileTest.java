package org.towercrier.expansion.ui.internal.hints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.towercrier.expansion.ui.internal.Plans;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.DeskStates;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.view.OverviewAddition.Content;
import org.towercrier.ui.view.OverviewAddition.Line;

/** The plan on the overview. */
class PlanTileTest {

    private static final Dates UTC = Dates.in(ZoneOffset.UTC);

    private static final String GAP = NumberFormats.of(Locale.ENGLISH).percent(1.0 / 30, 2);

    private final Texts texts = new Texts(Locale.ENGLISH);

    @Test
    void itNamesWhatRelievesMostAndLeadsToTheHintsOfThatCell() {
        Content tile = PlanTile.content(DeskStates.of(Plans.of(100_000), Map.of()), Ground.NONE, texts, UTC);
        assertEquals("60", tile.figure());
        assertEquals(List.of("Solved last", "1 action", "A · Sector split"), tile.lines().stream().map(Line::label).toList());
        assertEquals(Map.of("org.towercrier.parameter.cells", "A"), tile.lines().getLast().parameters());
    }

    @Test
    void aKeptPlanIsCalledByItsNameAndSaysSinceWhenItIsKept() {
        Instant saved = Instant.parse("2026-11-20T08:00:00Z");
        DeskState state = DeskStates.shelved(DeskStates.of(Plans.of(100_000), Map.of()), "council", saved);
        Content tile = PlanTile.content(state, Ground.NONE, texts, UTC);
        assertEquals("gap " + GAP, tile.lines().get(1).value());
        Line which = tile.lines().getFirst();
        assertEquals("council", which.label());
        assertEquals("2026-11-20 08:00", which.value());
        assertEquals(Map.of(), which.parameters(), "all hints, not those of a cell");
    }

    @Test
    void withoutAPlanItSaysSo() {
        Content tile = PlanTile.content(DeskState.START, Ground.NONE, texts, UTC);
        assertEquals("There is no plan yet.", tile.empty());
        assertEquals(List.of(), tile.lines());
    }

    @Test
    void aPlanThatCannotBeReadIsSaid() {
        DeskState state = DeskStates.troubled(new IllegalStateException("Plan council cannot be read."));
        assertEquals("Plan council cannot be read.", PlanTile.content(state, Ground.NONE, texts, UTC).empty());
    }
}
