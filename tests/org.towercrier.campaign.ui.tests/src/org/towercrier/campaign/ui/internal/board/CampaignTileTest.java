package org.towercrier.campaign.ui.internal.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.campaign.CampaignBoard.Card;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.model.campaign.Verdict;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.OverviewAddition;

/** Campaigns on the overview: what is blocked comes first. */
class CampaignTileTest {

    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    @Test
    void blockedCampaignsStandAboveRunningOnes() {
        OverviewAddition.Content tile = CampaignTile.content(List.of(card("Runs", CampaignState.LAUNCHED, 10, Optional.empty()),
                card("Waits", CampaignState.PAUSED, 10, Optional.empty()), card("Spent", CampaignState.LAUNCHED, 100, Optional.empty()),
                card("Harms", CampaignState.LAUNCHED, 10, Optional.of(Verdict.HARMFUL)),
                card("Drafted", CampaignState.DRAFT, 0, Optional.empty())), ENGLISH);
        assertEquals("3", tile.figure());
        assertEquals("running, 3 blocked", tile.caption());
        assertEquals(List.of("Waits", "Spent", "Harms", "Runs"), tile.lines().stream().map(OverviewAddition.Line::label).toList());
        assertEquals(List.of(Severity.MAJOR, Severity.MAJOR, Severity.CRITICAL, Severity.CLEARED),
                tile.lines().stream().map(line -> line.severity().orElseThrow()).toList());
    }

    @Test
    void anEmptyBoardSaysSo() {
        OverviewAddition.Content tile = CampaignTile.content(List.of(), ENGLISH);
        assertEquals("", tile.figure());
        assertEquals("No campaigns yet.", tile.empty());
    }

    private static Card card(String name, CampaignState state, double spent, Optional<Verdict> verdict) {
        return new Card(name, name, Optional.empty(), CampaignStep.EXECUTION, state, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(Instant.EPOCH), false, 100, 80, 20, 50, spent, Optional.of(100.0), Optional.empty(), verdict);
    }
}
