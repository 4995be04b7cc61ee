package org.towercrier.capacity.internal.cause;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.internal.cause.EventStream.Event;

/** Causes are found in streams whose causes are known. */
class CauseFinderTest {

    private static final int PLACES = 40;
    private static final long SPAN = 6 * 86_400;
    private static final int POWER = 0;
    private static final int LINK = 1;
    private static final int LOAD = 2;
    private static final int NOISE = 3;

    private final Random random = new Random(17);

    /** A ring of places: power failures cause link failures there, these cause load next door; noise causes nothing. */
    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int place = random.nextInt(PLACES);
            long time = random.nextLong(SPAN);
            boolean power = i < 400;
            if (power) {
                events.add(new Event(time, POWER, place));
            }
            if (!power || random.nextInt(10) < 8) {
                long down = time + 1 + random.nextInt(60);
                events.add(new Event(down, LINK, place));
                if (random.nextInt(10) < 8) {
                    events.add(new Event(down + 1 + random.nextInt(60), LOAD, (place + 1) % PLACES));
                }
            }
            events.add(new Event(random.nextLong(SPAN), NOISE, random.nextInt(PLACES)));
            if (i % 4 == 0) {
                events.add(new Event(random.nextLong(SPAN), LOAD, random.nextInt(PLACES)));
            }
        }
        return events;
    }

    private static List<Set<Integer>> ring() {
        List<Set<Integer>> neighbours = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            neighbours.add(new HashSet<>(Set.of((place + 1) % PLACES, (place + PLACES - 1) % PLACES)));
        }
        return neighbours;
    }

    @Test
    void aChainOfCausesIsFoundWithItsDirectionAndWithoutTheNoise() {
        CauseFinder.Result found = new CauseFinder(EventStream.of(events(), 4, ring()), 60).find();
        Set<String> pairs = found.direct().stream().map(cause -> cause.cause() + ">" + cause.effect()).collect(Collectors.toSet());
        assertTrue(pairs.contains("0>1") && pairs.contains("1>2"), pairs.toString());
        assertTrue(pairs.stream().noneMatch(pair -> pair.contains("3")), pairs.toString());
        assertTrue(found.indirect()[POWER][LOAD]);
        assertTrue(!found.indirect()[LOAD][POWER]);
        assertTrue(found.foreign()[POWER] < 0.1 && found.foreign()[LINK] > 0.5, "power fails by itself, links do not");
    }

    @Test
    void theOrderOfTheEventsDoesNotMatter() {
        List<Event> events = events();
        CauseFinder.Result first = new CauseFinder(EventStream.of(events, 4, ring()), 60).find();
        Collections.shuffle(events, random);
        CauseFinder.Result second = new CauseFinder(EventStream.of(events, 4, ring()), 60).find();
        assertEquals(first.direct(), second.direct());
        assertArrayEquals(first.order(), second.order());
    }

    @Test
    void theCountsBehindAPairCanBeCountedByHand() {
        List<Event> events = List.of(new Event(0, POWER, 0), new Event(10, LINK, 0), new Event(30, LINK, 1), new Event(1_000, LINK, 0),
                new Event(2_000, POWER, 1), new Event(2_000, LINK, 1));
        PairEvidence.Counts counts = new PairEvidence(EventStream.of(events, 2, ring()), 60).count(POWER, LINK);
        assertEquals(2, counts.followed(), "10 and 30 seconds later; the one of the same second does not count");
        assertEquals(30, counts.lag());
        double once = 1 - Math.exp(-2 * 60 / 2_000.0);
        assertEquals(4 * once, counts.expected(), 1e-9);
    }

    @Test
    void nothingComesOfNothing() {
        CauseFinder.Result found = new CauseFinder(EventStream.of(List.of(), 2, ring()), 60).find();
        assertTrue(found.direct().isEmpty());
    }
}
