package org.towercrier.expansion.ui.internal.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.towercrier.expansion.CandidateSites.Candidate;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.NotChosen;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.ui.internal.Plans;
import org.towercrier.expansion.ui.internal.desk.DeskStates;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.hints.HintList;
import org.towercrier.ui.map.LegendEntry;
import org.towercrier.ui.map.MapHit;
import org.towercrier.ui.map.Mercator;
import org.towercrier.ui.map.Viewport;

/** What stands where on the map. */
class ReliefMarkTest {

    private static final double LATITUDE = 48.1;
    private static final double LONGITUDE = 11.5;
    private static final Ground GROUND = new Ground(Map.of("A", new Ground.Spot("Cell A", "S1", LATITUDE, LONGITUDE, 90), "B",
            new Ground.Spot("Cell B", "S1", LATITUDE, LONGITUDE, 270)), Map.of(), true, List.of());

    private static List<ReliefMark> marks(List<Chosen> chosen, List<NotChosen> rest) {
        return ReliefMark.of(HintList.of(DeskStates.of(Plans.of(1e6, chosen, rest, Terms.NONE), Map.of()), GROUND), GROUND);
    }

    @Test
    void allThatIsDoneForACellIsOneMarkAsTheAntennaLooks() {
        List<ReliefMark> marks = marks(List.of(Plans.chosen(Plans.SPLIT, "A", 90_000, 60), Plans.chosen("ADD_CARRIER:A", "A", 59_210, 12)),
                List.of(Plans.not(Plans.CARRIER, "B", 59_210, 20, Reason.OVER_BUDGET)));
        assertEquals(2, marks.size());
        assertEquals(72, marks.getFirst().relief(), 1e-9);
        assertEquals(0.9, marks.getFirst().share(), 1e-9, "72 of the 80 Mbit/s of the cell");
        assertEquals(90, marks.getFirst().azimuth());
        assertFalse(marks.getLast().chosen());
        assertEquals(270, marks.getLast().azimuth());
    }

    @Test
    void whatCouldBeDoneIsHiddenBehindWhatIsDoneAtTheSameCell() {
        List<ReliefMark> marks = marks(List.of(Plans.chosen(Plans.SPLIT, "A", 90_000, 60)),
                List.of(Plans.not("ADD_CARRIER:A", "A", 59_210, 20, Reason.DOMINATED)));
        assertEquals(1, marks.size());
        assertEquals(1, marks.getFirst().hints().size());
    }

    @Test
    void theLayerIsHitBesideTheSiteAndNamesTheCellsItIsAbout() {
        ReliefLayer layer = new ReliefLayer(Locale.ENGLISH);
        layer.show(marks(List.of(Plans.chosen(Plans.SPLIT, "A", 90_000, 60)), List.of()), List.of());
        Viewport viewport = new Viewport(Mercator.x(LONGITUDE), Mercator.y(LATITUDE), 15, 400, 400);
        assertTrue(layer.hit(viewport, 200, 200).isEmpty(), "the mast itself is not the sector");
        MapHit hit = layer.hit(viewport, 230, 200).orElseThrow();
        assertEquals(List.of("A"), hit.ids());
        assertTrue(hit.tip().getFirst().contains("60.0 Mbit/s"), hit.tip()::toString);
        assertFalse(layer.boundsOf(Set.of("A")).isEmpty());
        assertTrue(layer.boundsOf(Set.of("B")).isEmpty());
    }

    @Test
    void theLegendCountsWhatCouldBeDoneAndIsEmptyWithoutAPlan() {
        ReliefLayer layer = new ReliefLayer(Locale.ENGLISH);
        assertEquals(List.of(), layer.legend());
        layer.show(marks(List.of(), List.of(Plans.not(Plans.CARRIER, "B", 59_210, 20, Reason.OVER_BUDGET))), List.of());
        assertTrue(layer.legend().contains(new LegendEntry.Hollow("Could be done", 1)));
        layer.show(List.of(), List.of(new Candidate("C001", "Roof", LATITUDE, LONGITUDE, "")));
        assertTrue(layer.legend().contains(new LegendEntry.Triangle("Candidate sites", 1)), "as they are drawn");
    }
}
