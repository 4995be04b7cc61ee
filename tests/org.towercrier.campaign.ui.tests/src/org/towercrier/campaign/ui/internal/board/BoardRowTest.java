package org.towercrier.campaign.ui.internal.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.towercrier.campaign.CampaignBoard.Card;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.model.campaign.GateRule;

/** Figures on the board: at launch for what was launched, of now for what is planned. */
class BoardRowTest {

    @Test
    void launchedCampaignsShowTheFrozenAudience() {
        BoardRow row = new BoardRow(card(Optional.of(Instant.EPOCH), 1_000, 400, 300, Optional.of(200.0)), Optional.empty());
        assertEquals(OptionalDouble.of(1_000), row.audience());
        assertEquals(OptionalDouble.of(40), row.reachShare());
        assertEquals(OptionalDouble.of(150), row.budgetUsed());
        assertTrue(row.isOverspent());
    }

    @Test
    void plannedCampaignsShowWhatTheyWouldReachNow() {
        Card card = card(Optional.empty(), 0, 0, 0, Optional.empty());
        assertTrue(BoardRow.isPlanned(card));
        assertEquals(OptionalDouble.empty(), new BoardRow(card, Optional.empty()).reachShare());
        BoardRow counted = new BoardRow(card, Optional.of(new BoardRow.Outlook(800, 200, CampaignStep.OFFER, List.of())));
        assertEquals(OptionalDouble.of(25), counted.reachShare());
        assertEquals(CampaignStep.OFFER, counted.step());
        assertEquals(OptionalDouble.empty(), counted.budgetUsed());
        assertFalse(counted.isOverspent());
    }

    @Test
    void whoPassesNowIsReachedBeyondThoseThatWereContacted() {
        Card running = card(Optional.of(Instant.EPOCH), 1_000, 400, 0, Optional.empty());
        assertTrue(BoardRow.isCounted(running) && !BoardRow.isPlanned(running));
        BoardRow row = new BoardRow(running, Optional.of(
                new BoardRow.Outlook(1_000, 100, CampaignStep.EXECUTION, List.of(new BoardRow.Held(GateRule.CONSENT, 500)))));
        assertEquals(OptionalDouble.of(400), row.contacted());
        assertEquals(OptionalDouble.of(100), row.passing());
        assertEquals(OptionalDouble.of(50), row.reachShare());
    }

    private static Card card(Optional<Instant> launched, long audience, long reach, double spent, Optional<Double> budget) {
        return new Card("c", "Campaign", Optional.empty(), CampaignStep.NEED,
                launched.isPresent() ? CampaignState.LAUNCHED : CampaignState.DRAFT,
                Optional.empty(), Optional.empty(), Optional.empty(), launched, false, audience, audience / 2, audience / 2, reach, spent,
                budget, Optional.empty(), Optional.empty());
    }
}
