package org.towercrier.campaign.ui.internal.find;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.ui.FindProvider.Found;

/** Campaigns in the search field of the window. */
class CampaignFinderTest {

    private final List<String> opened = new ArrayList<>();
    private final CampaignFinder finder = new CampaignFinder(new Texts(Locale.ENGLISH), opened::add, () -> {});

    @Test
    void allWordsHaveToOccurInNameIdOrOwner() {
        finder.offer(List.of(campaign("night-owl", "Night Owl"), campaign("birthday", "Happy birthday")));
        assertEquals(List.of("Night Owl"), finder.find(List.of("owl", "nig"), 5).stream().map(Found::label).toList());
        assertEquals(List.of(), finder.find(List.of("owl", "birthday"), 5));
        assertEquals(1, finder.find(List.of("ann"), 1).size());
    }

    @Test
    void theWordCampaignFindsThemAll() {
        finder.offer(List.of(campaign("night-owl", "Night Owl"), campaign("birthday", "Happy birthday")));
        assertEquals(2, finder.find(List.of("camp"), 5).size());
        assertEquals(List.of("Night Owl"), finder.find(List.of("campaign", "owl"), 5).stream().map(Found::label).toList());
    }

    @Test
    void whatIsFoundIsOpened() {
        finder.offer(List.of(campaign("night-owl", "Night Owl")));
        finder.find(List.of("owl"), 5).getFirst().open().run();
        assertEquals(List.of("night-owl"), opened);
    }

    @Test
    void nothingIsFoundInAWorkspaceThatWasLeft() {
        finder.offer(List.of(campaign("night-owl", "Night Owl")));
        finder.offer(List.of());
        assertEquals(List.of(), finder.find(List.of("owl"), 5));
    }

    private static Campaigns.Info campaign(String id, String name) {
        return new Campaigns.Info(id, name, Optional.of("Ann"), CampaignState.DRAFT, CampaignStep.NEED, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), false, 1, Instant.EPOCH, "ann");
    }
}
