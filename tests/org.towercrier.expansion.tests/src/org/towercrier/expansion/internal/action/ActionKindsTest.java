package org.towercrier.expansion.internal.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellLoad;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Demand;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Situation;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.expansion.internal.Catalogues;
import org.towercrier.model.network.CostItem;
import org.towercrier.radio.Tr38901.Scenario;

/** Cells carry 40 Mbit/s in their busy hour and 30 at their limit; a degree of latitude is 111,195 m. */
@DisplayName("What each kind of action relieves and costs, by hand")
class ActionKindsTest {

    private static final double EXACT = 1e-9;
    private static final double METRE = 1 / 111_194.9;

    private static CellState cell(String id, String site, String sector, double north, double cutOff, Cause cause) {
        CellLoad load = new CellLoad(14, 14, 90, 95, 40, 45, 3000, 20, 100, 30);
        // Pointing nowhere: the people of the cell are taken to be at its own place.
        return new CellState(id, id, Optional.of(site), sector, Optional.empty(), Optional.empty(), 31 + north * METRE, 121, Double.NaN,
                500,
                20, Optional.of(load), new Demand(cutOff, 0, 1, true, cutOff), cutOff > 0 ? Optional.of(cause) : Optional.empty(), 1, 30,
                cutOff > 0 ? 0 : 8);
    }

    private static CellState pointing(CellState cell) {
        return new CellState(cell.id(), cell.name(), cell.site(), cell.sector(), cell.technology(), cell.scenario(), cell.latitude(),
                cell.longitude(), 90, cell.range(), cell.bandwidth(), cell.load(), cell.demand(), cell.cause(), 1, 30, cell.spare());
    }

    private static Situation situation(Map<String, Map<String, Double>> neighbours, List<Place> sites, List<Place> candidates,
            List<Place> points, CellState... cells) {
        Map<String, CellState> all = new HashMap<>();
        Map<String, List<String>> sectors = new HashMap<>();
        for (CellState cell : cells) {
            all.put(cell.id(), cell);
            sectors.computeIfAbsent(cell.sector(), key -> new ArrayList<>()).add(cell.id());
        }
        return new Situation(all, neighbours, sectors, sites, candidates, points, Limits.USUAL);
    }

    private static Situation situation(CellState... cells) {
        return situation(Map.of(), List.of(), List.of(), List.of(), cells);
    }

    private static CostItem item(ActionKind kind) {
        return Catalogues.shipped().getItems().stream().filter(item -> kind.id().equals(item.getName())).findFirst().orElseThrow();
    }

    private static List<Proposal> propose(ActionKind kind, Situation situation) {
        return kind.propose(situation, item(kind));
    }

    private static Place place(String id, double north) {
        return new Place(id, id, 31 + north * METRE, 121);
    }

    @Test
    @DisplayName("Radio optimisation is for poor radio quality alone: 30 × (1.2 - 1) = 6 Mbit/s for 5,000")
    void radioOptimisation() {
        List<Proposal> all = propose(new RadioOptimisation(),
                situation(cell("poor", "S", "a", 0, 10, Cause.RADIO_QUALITY), cell("full", "S", "b", 0, 10, Cause.DEMAND)));
        assertEquals(List.of("poor"), all.stream().map(Proposal::cell).toList());
        assertEquals(6, all.getFirst().gains().getFirst().amount(), EXACT);
        assertEquals(5000, all.getFirst().cost(12), EXACT);
    }

    @Test
    @DisplayName("A mobile station is for peaks alone: 30 × (2 - 1) Mbit/s")
    void mobileStation() {
        List<Proposal> all = propose(new MobileStation(),
                situation(cell("peak", "S", "a", 0, 2, Cause.PEAKS_ONLY), cell("full", "S", "b", 0, 10, Cause.DEMAND)));
        assertEquals(List.of("peak"), all.stream().map(Proposal::cell).toList());
        assertEquals(30, all.getFirst().gains().getFirst().amount(), EXACT);
    }

    @Test
    @DisplayName("A carrier stands against a split of the same sector, and three carriers are the most")
    void carrierAndSplit() {
        CellState one = pointing(cell("a1", "S", "a", 0, 10, Cause.DEMAND));
        CellState two = pointing(cell("a2", "S", "a", 0, 4, Cause.DEMAND));
        Situation situation = situation(one, two);
        Proposal split = propose(new SectorSplit(), situation).getFirst();
        assertEquals("a1", split.cell(), "named after the cell with the greatest demand");
        assertEquals(List.of(18.0, 18.0), split.gains().stream().map(gain -> Math.rint(gain.amount() * 1e9) / 1e9).toList());
        Proposal carrier = propose(new AddCarrier(), situation).getFirst();
        assertEquals(split.exclusive(), carrier.exclusive());
        assertEquals(List.of("hardware:a"), carrier.exclusive());
        Situation three = situation(one, two, cell("a3", "S", "a", 0, 0, Cause.DEMAND));
        assertTrue(propose(new AddCarrier(), three).isEmpty());
    }

    private static CellState in(String band, CellState cell) {
        return new CellState(cell.id(), cell.name(), cell.site(), cell.sector(), cell.technology(), cell.scenario(), cell.latitude(),
                cell.longitude(), cell.azimuth(), cell.range(), cell.bandwidth(), cell.load(), cell.demand(), cell.cause(), 1, 30,
                cell.spare(), Optional.of(band));
    }

    @Test
    @DisplayName("A carrier needs a band that the network uses and the sector does not")
    void spectrum() {
        Situation situation = situation(in("B3", cell("a1", "S", "a", 0, 10, Cause.DEMAND)),
                in("B8", cell("b1", "S", "b", 0, 10, Cause.DEMAND)), in("B3", cell("b2", "S", "b", 0, 0, Cause.DEMAND)));
        List<Proposal> all = propose(new AddCarrier(), situation);
        assertEquals(List.of("a1"), all.stream().map(Proposal::cell).toList());
        assertTrue(all.getFirst().why().text(Locale.ENGLISH).contains("B8"));
    }

    @Test
    @DisplayName("A site that has more than three sectors is not split again")
    void splitOnce() {
        List<CellState> cells = new ArrayList<>();
        for (String sector : List.of("a", "b", "c", "d")) {
            cells.add(pointing(cell(sector + "1", "S", sector, 0, 5, Cause.DEMAND)));
        }
        assertTrue(propose(new SectorSplit(), situation(cells.toArray(CellState[]::new))).isEmpty());
    }

    @Test
    @DisplayName("Load goes where handovers go: 40 × 0.3 × 0.25 = 3 to a neighbour with a quarter of them, 8 (all its room) to the other carrier")
    void loadBalancing() {
        Map<String, Map<String, Double>> neighbours = Map.of("full", Map.of("n", 0.25, "full", 0.75));
        Situation situation = situation(neighbours, List.of(), List.of(), List.of(), cell("full", "S", "a", 0, 20, Cause.DISTRIBUTION),
                cell("n", "S", "b", 0, 0, Cause.DEMAND), cell("carrier", "S", "a", 0, 0, Cause.DEMAND));
        Proposal balance = propose(new LoadBalancing(), situation).getFirst();
        Map<String, Double> to = new HashMap<>();
        balance.gains().forEach(gain -> to.put(gain.receiver().orElseThrow(), gain.amount()));
        assertEquals(Map.of("n", 3.0, "carrier", 8.0), to);
        assertEquals(0, balance.cost(60), 0);
    }

    @Test
    @DisplayName("All receivers together take no more than 30 % of the 40 Mbit/s carried, however many carriers the sector has")
    void handedOverInAll() {
        Map<String, Map<String, Double>> neighbours = Map.of("full", Map.of("n", 1.0));
        Situation situation = situation(neighbours, List.of(), List.of(), List.of(), cell("full", "S", "a", 0, 20, Cause.DISTRIBUTION),
                cell("n", "S", "b", 0, 0, Cause.DEMAND), cell("second", "S", "a", 0, 0, Cause.DEMAND),
                cell("third", "S", "a", 0, 0, Cause.DEMAND));
        List<Double> amounts = propose(new LoadBalancing(), situation).getFirst().gains().stream().map(Proposal.Gain::amount).toList();
        assertEquals(3, amounts.size());
        amounts.forEach(amount -> assertEquals(4, amount, EXACT));
    }

    @Test
    @DisplayName("Two carriers of a sector have their people at one place: one small cell can stand there, not two")
    void oneSmallCellAtAPlace() {
        List<Proposal> all = propose(new SmallCell(), situation(cell("one", "S", "a", 0, 9, Cause.DEMAND),
                cell("two", "S", "a", 0, 8, Cause.DEMAND), cell("far", "T", "b", 400, 8, Cause.DEMAND)));
        Map<String, List<String>> groups = new HashMap<>();
        all.forEach(each -> groups.put(each.cell(), each.exclusive()));
        assertEquals(1, groups.getOrDefault("one", List.of()).size());
        assertEquals(groups.get("one"), groups.get("two"));
        assertEquals(List.of(), groups.get("far"));
    }

    @Test
    @DisplayName("Two of five access points take 40 × 0.2 × 2 / 5 = 3.2 Mbit/s for 2 × (500 + 120 a year); each serves the nearest cell only")
    void wlan() {
        List<Place> points = List.of(place("w1", 50), place("w2", -120), place("far", 900));
        Situation situation = situation(Map.of(), List.of(), List.of(), points, cell("here", "S", "a", 0, 10, Cause.DEMAND),
                cell("there", "T", "b", 180, 10, Cause.DEMAND));
        List<Proposal> all = propose(new WlanOffload(), situation);
        assertEquals(List.of("here"), all.stream().map(Proposal::cell).toList());
        assertEquals(3.2, all.getFirst().gains().getFirst().amount(), EXACT);
        assertEquals(1240, all.getFirst().cost(12), EXACT);
    }

    @Test
    @DisplayName("A small cell of half a usual cell, 15 Mbit/s, is shared by the cells whose people it reaches")
    void smallCell() {
        Situation situation = situation(cell("here", "S", "a", 0, 10, Cause.DEMAND), cell("near", "T", "b", 100, 20, Cause.DEMAND),
                cell("far", "U", "c", 300, 20, Cause.DEMAND));
        Proposal small = propose(new SmallCell(), situation).stream().filter(each -> each.cell().equals("here")).findFirst().orElseThrow();
        assertEquals(15, small.shared().orElseThrow(), EXACT);
        Map<String, Double> reached = new HashMap<>();
        small.gains().forEach(gain -> reached.put(gain.cell(), gain.amount()));
        assertEquals(Map.of("here", 10.0, "near", 15.0), reached);
    }

    @Test
    @DisplayName("A new site of three usual cells, 90 Mbit/s: listed candidates, and the centre of gravity of a demand no site is near to")
    void newSite() {
        // 300 m apart with 10 and 20 Mbit/s: the centre of gravity is at 200 m.
        CellState one = cell("one", "S", "a", 0, 10, Cause.DEMAND);
        CellState two = cell("two", "T", "b", 300, 20, Cause.DEMAND);
        Situation listed = situation(Map.of(), List.of(place("old", 5000)), List.of(place("roof", 250)), List.of(), one, two);
        List<Proposal> all = propose(new NewSite(), listed);
        assertEquals(List.of("NEW_SITE:roof", "NEW_SITE:P001"), all.stream().map(Proposal::id).toList());
        assertEquals(200, (all.getLast().latitude() - 31) / METRE, 0.5);
        assertEquals(90, all.getLast().shared().orElseThrow(), EXACT);
        assertEquals(all.getFirst().exclusive(), all.getLast().exclusive(), "50 m apart: one of the two");
        assertFalse(all.getFirst().exclusive().isEmpty());
        Situation crowded = situation(Map.of(), List.of(place("old", 210)), List.of(), List.of(), one, two);
        assertTrue(propose(new NewSite(), crowded).isEmpty(), "a site 10 m from the centre of gravity");
    }

    @Test
    @DisplayName("Reach by TR 38.901: the loss there is what power, least power and shadowing margin leave; the catalogue has the last word")
    void reach() {
        CostItem small = item(new SmallCell());
        Reach reach = Reach.of(small, Scenario.UMI_STREET_CANYON, 1);
        // 22.4 + 35.3 log d + 21.3 log 2.6 is the published formula; the slant distance from 10 m to 1.5 m.
        double loss = 22.4 + 35.3 * Math.log10(Math.hypot(reach.metres(), 8.5)) + 21.3 * Math.log10(2.6);
        double margin = 7.2 + 105 - loss;
        assertEquals(0.9, org.towercrier.radio.ShadowingMargin.areaServed(margin, 7.82, 3.53), 1e-4);
        assertTrue(reach.metres() > 100 && reach.metres() < 200, reach.why().text(Locale.ENGLISH));
        small.setReach(77.0);
        assertEquals(77, Reach.of(small, Scenario.UMI_STREET_CANYON, 1).metres(), 0);
    }
}
