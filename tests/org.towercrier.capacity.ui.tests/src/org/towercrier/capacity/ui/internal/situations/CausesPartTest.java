package org.towercrier.capacity.ui.internal.situations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.situation.CausePair;
import org.towercrier.capacity.situation.CauseRule;
import org.towercrier.capacity.situation.Revocation;
import org.towercrier.capacity.ui.internal.situations.CausesPart.Row;
import org.towercrier.capacity.ui.internal.situations.CausesPart.State;

/** Suggestions and what people made of them are one list. */
class CausesPartTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static CausePair pair(String cause, String effect, double score) {
        return new CausePair(cause, effect, score, 20, 3.5, 2, Duration.ofMinutes(4));
    }

    private static CauseRule rule(long id, String cause, String effect, Optional<CausePair> evidence, boolean revoked) {
        Optional<Revocation> revocation = revoked ? Optional.of(new Revocation(NOON, "bob")) : Optional.empty();
        return new CauseRule(id, cause, effect, NOON, "ann", evidence, revocation);
    }

    @Test
    void aSuggestionThatWasAdoptedStandsOnceWithTheFiguresOfNow() {
        List<Row> rows = CausesPart.rows(List.of(pair("power", "link", 9), pair("link", "load", 4)),
                List.of(rule(1, "power", "link", Optional.of(pair("power", "link", 2)), false)));
        assertEquals(List.of(State.ADOPTED, State.SUGGESTED), rows.stream().map(Row::state).toList());
        assertEquals(9, rows.getFirst().figures().orElseThrow().score());
    }

    @Test
    void theNewestRuleOfAPairSaysWhatBecameOfIt() {
        List<Row> rows = CausesPart.rows(List.of(pair("power", "link", 9)),
                List.of(rule(2, "power", "link", Optional.empty(), false), rule(1, "power", "link", Optional.empty(), true)));
        assertEquals(List.of(State.ADOPTED), rows.stream().map(Row::state).toList());
        assertEquals(2, rows.getFirst().rule().orElseThrow().id());
    }

    @Test
    void whatIsNoLongerSuggestedStaysWithTheFiguresItWasAdoptedBy() {
        List<Row> rows = CausesPart.rows(List.of(),
                List.of(rule(3, "a", "b", Optional.of(pair("a", "b", 2)), true), rule(4, "c", "d", Optional.empty(), false)));
        assertEquals(List.of(State.WITHDRAWN, State.ADOPTED), rows.stream().map(Row::state).toList());
        assertEquals(2, rows.getFirst().figures().orElseThrow().score());
        assertEquals(Optional.empty(), rows.getLast().figures());
    }
}
