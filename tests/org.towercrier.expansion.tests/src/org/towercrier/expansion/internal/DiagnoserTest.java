package org.towercrier.expansion.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellLoad;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Demand;
import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.Situation;

@DisplayName("Why a cell is overloaded")
class DiagnoserTest {

    private static final CellLoad CALM = load(14, 40, 40, 3000, 100, 30);

    private static CellLoad load(int days, double use, double volume, double throughput, double connected, double control) {
        return new CellLoad(days, days, use, use + 5, volume, volume + 5, throughput, 10, connected, control);
    }

    private static CellState cell(String id, String sector, CellLoad load, double growth, double spare) {
        Demand demand = Demand.of(load, Limits.USUAL, growth);
        Demand cut = demand.cutOff() > 0 ? demand : Demand.ofPeak(load, Limits.USUAL, growth);
        return new CellState(id, id, Optional.of("S1"), sector, Optional.empty(), Optional.empty(), 31, 121, 0, 500, 20,
                Optional.of(load), cut, Optional.empty(), 1, load.capacity(Limits.USUAL), spare);
    }

    private static Situation situation(Map<String, Map<String, Double>> neighbours, CellState... cells) {
        Map<String, CellState> all = new HashMap<>();
        Map<String, List<String>> sectors = new HashMap<>();
        for (CellState cell : cells) {
            all.put(cell.id(), cell);
            sectors.computeIfAbsent(cell.sector(), key -> new ArrayList<>()).add(cell.id());
        }
        // Six calm cells of 40 Mbit/s on 40 % of 20 MHz: 5 bit/s/Hz is usual.
        for (int i = 0; i < 6; i++) {
            CellState calm = cell("calm" + i, "calm" + i, CALM, Double.NaN, 0);
            all.put(calm.id(), calm);
        }
        return new Situation(all, neighbours, sectors, List.of(), List.of(), List.of(), Limits.USUAL);
    }

    private static Optional<Cause> cause(Situation situation, String cell, String... alarmed) {
        return new Diagnoser(situation).cause(situation.cells().get(cell), Set.of(alarmed));
    }

    @Test
    @DisplayName("Two measured days of three are not enough to say more than that the cell looks full, or has an alarm")
    void notEnoughData() {
        Situation situation = situation(Map.of(), cell("full", "a", load(2, 90, 80, 3000, 100, 30), Double.NaN, 0),
                cell("calm", "b", load(2, 40, 40, 3000, 100, 30), Double.NaN, 0));
        assertEquals(Optional.of(Cause.NOT_ENOUGH_DATA), cause(situation, "full"));
        assertEquals(Optional.empty(), cause(situation, "calm"));
        assertEquals(Optional.of(Cause.NOT_ENOUGH_DATA), cause(situation, "calm", "calm"));
    }

    @Test
    @DisplayName("Half full today and full at the horizon: the sentence says both, and how much the load grows")
    void growing() {
        Optional<Cause> demand = Optional.of(Cause.DEMAND);
        Situation situation = situation(Map.of(), cell("grows", "a", load(14, 50, 50, 3000, 100, 30), 2, 0).judged(demand, 1),
                cell("full", "b", load(14, 90, 90, 3000, 100, 30), Double.NaN, 0).judged(demand, 1));
        assertEquals(
                "Busy-hour use 50 % against 70 %, 3,000 kbit/s per user, 30 Mbit/s cut off; other carriers and neighbours have room for "
                        + "0 Mbit/s only. Today 0 Mbit/s are cut off; the forecast has × 2 of the load of today at the horizon.",
                sentence(situation, "grows"));
        assertTrue(sentence(situation, "full").endsWith("have room for 0 Mbit/s only."));
    }

    private static String sentence(Situation situation, String cell) {
        return new Diagnoser(situation).diagnoses().stream().filter(each -> each.subject().equals(cell)).findFirst().orElseThrow()
                .sentence()
                .text(Locale.ENGLISH);
    }

    @Test
    @DisplayName("Full on its worst day only: peaks")
    void peaks() {
        CellLoad peak = new CellLoad(14, 2, 40, 90, 40, 90, 3000, 10, 100, 30);
        assertEquals(Optional.of(Cause.PEAKS_ONLY), cause(situation(Map.of(), cell("p", "a", peak, Double.NaN, 0)), "p"));
    }

    @Test
    @DisplayName("800 of 720 connected users before the resource blocks are full: users; the control channel likewise")
    void users() {
        Situation situation = situation(Map.of(), cell("u", "a", load(14, 75, 75, 3000, 800, 30), Double.NaN, 0),
                cell("c", "b", load(14, 75, 75, 3000, 100, 80), Double.NaN, 0));
        assertEquals(Optional.of(Cause.USERS), cause(situation, "u"));
        assertEquals(Optional.of(Cause.USERS), cause(situation, "c"));
    }

    @Test
    @DisplayName("2.5 bit/s/Hz where 5 are usual is below 60 %: radio quality; 3.5 is not")
    void radioQuality() {
        Situation situation = situation(Map.of(), cell("poor", "a", load(14, 90, 45, 3000, 100, 30), Double.NaN, 0),
                cell("fair", "b", load(14, 90, 63, 3000, 100, 30), Double.NaN, 0));
        assertEquals(Optional.of(Cause.RADIO_QUALITY), cause(situation, "poor"));
        assertEquals(Optional.of(Cause.DEMAND), cause(situation, "fair"));
    }

    @Test
    @DisplayName("Half of the 20 Mbit/s cut off fit elsewhere: distribution; 9 Mbit/s are not half")
    void distribution() {
        // 90 Mbit/s at 90 %: 70 fit, 20 are cut off.
        CellLoad full = load(14, 90, 90, 3000, 100, 30);
        Situation neighbour = situation(Map.of("d", Map.of("n", 1.0)), cell("d", "a", full, Double.NaN, 0),
                cell("n", "b", CALM, Double.NaN, 10));
        assertEquals(20, neighbour.cells().get("d").demand().cutOff(), 1e-9);
        assertEquals(Optional.of(Cause.DISTRIBUTION), cause(neighbour, "d"));
        Situation carrier = situation(Map.of(), cell("d", "a", full, Double.NaN, 0), cell("n", "a", CALM, Double.NaN, 9));
        assertEquals(Optional.of(Cause.DEMAND), cause(carrier, "d"));
    }

    @Test
    @DisplayName("Full only at the horizon: a load of 60 % that grows by half is demand, and without growth it is nothing")
    void growth() {
        CellLoad load = load(14, 60, 60, 3000, 100, 30);
        Situation situation = situation(Map.of(), cell("g", "a", load, 1.5, 0), cell("still", "b", load, Double.NaN, 0));
        // 60 × 1.5 - 60 × 70 / 60 = 20
        assertEquals(20, situation.cells().get("g").demand().cutOff(), 1e-9);
        assertEquals(Optional.of(Cause.DEMAND), cause(situation, "g"));
        assertEquals(Optional.empty(), cause(situation, "still"));
    }

    @Test
    @DisplayName("A sector whose other carrier has the room is badly distributed; its evidence adds up its cells")
    void sector() {
        CellState full = cell("d", "a", load(14, 90, 90, 3000, 100, 30), Double.NaN, 0);
        Situation situation = situation(Map.of(), full.judged(Optional.of(Cause.DISTRIBUTION), 1), cell("n", "a", CALM, Double.NaN, 30));
        List<Diagnosis> all = new Diagnoser(situation).diagnoses();
        Diagnosis sector = all.stream().filter(Diagnosis::sector).findFirst().orElseThrow();
        assertEquals(Cause.DISTRIBUTION, sector.cause());
        assertEquals(20, sector.demand().cutOff(), 1e-9);
        assertEquals(130, sector.evidence().getFirst().value(), 1e-9);
        assertTrue(all.stream().anyMatch(each -> each.subject().equals("d") && !each.evidence().isEmpty()));
    }
}
