package org.towercrier.expansion.ui.internal.hints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.towercrier.expansion.ui.internal.Plans;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.DeskStates;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.ui.view.OverviewAddition.Content;

/** The plan on the overview. */
class PlanTileTest {

    private final Texts texts = new Texts(Locale.ENGLISH);

    @Test
    void itNamesWhatRelievesMostAndLeadsToTheHintsOfThatCell() {
        Content tile = PlanTile.content(DeskStates.of(Plans.of(100_000), Map.of()), Ground.NONE, texts);
        assertEquals("60", tile.figure());
        assertEquals(List.of("A · Sector split"), tile.lines().stream().map(line -> line.label()).toList());
        assertEquals(Map.of("org.towercrier.parameter.cells", "A"), tile.lines().getFirst().parameters());
    }

    @Test
    void withoutAPlanItSaysSo() {
        Content tile = PlanTile.content(DeskState.START, Ground.NONE, texts);
        assertEquals("No plan was solved yet.", tile.empty());
        assertEquals(List.of(), tile.lines());
    }
}
