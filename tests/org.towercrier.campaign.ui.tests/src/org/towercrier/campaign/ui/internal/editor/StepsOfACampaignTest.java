package org.towercrier.campaign.ui.internal.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.towercrier.campaign.ui.internal.editor.ExecutionPage.Action;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignFactory;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.ValuePosition;

/** What the pages of the editor offer and forbid. */
class StepsOfACampaignTest {

    private static final CampaignFactory MAKE = CampaignFactory.eINSTANCE;

    @Test
    void breakEvenIsCostOverMargin() {
        ValuePosition value = value(50, 0.5, null);
        assertEquals(Optional.of(0.01), ValuePage.breakEven(value, Optional.empty()));
    }

    @Test
    void fixedCostIsSharedByTheMembers() {
        ValuePosition value = value(50, 0.5, 10_000.0);
        // (0.5 + 10000 / 4000) / 50 = 3 / 50
        assertEquals(Optional.of(0.06), ValuePage.breakEven(value, Optional.of(4_000L)));
        assertEquals(Optional.empty(), ValuePage.breakEven(value, Optional.empty()), "cost a member is not known without members");
    }

    @Test
    void withoutMarginNothingBreaksEven() {
        assertEquals(Optional.empty(), ValuePage.breakEven(value(0, 0.5, null), Optional.of(10L)));
        assertEquals(Optional.empty(), ValuePage.breakEven(MAKE.createValuePosition(), Optional.of(10L)));
    }

    @Test
    void aDraftCanOnlyBeLaunched() {
        assertEquals(List.of(Action.LAUNCH), possible(CampaignState.DRAFT, false));
        assertEquals(List.of(Action.LAUNCH), possible(CampaignState.READY, false));
    }

    @Test
    void aLaunchedCampaignIsSentPausedEndedAndConcluded() {
        assertEquals(List.of(Action.SEND, Action.PAUSE, Action.END, Action.CONCLUDE, Action.RESULT),
                possible(CampaignState.LAUNCHED, true));
        assertEquals(List.of(Action.RESUME, Action.END, Action.CONCLUDE, Action.RESULT), possible(CampaignState.PAUSED, true));
        assertEquals(List.of(Action.CONCLUDE, Action.RESULT), possible(CampaignState.ENDED, true));
    }

    @Test
    void launchFreezesWhatFiguresRestOn() {
        Campaign campaign = MAKE.createCampaign();
        CampaignPackage model = CampaignPackage.eINSTANCE;
        assertFalse(FrozenParts.of(campaign).isFrozen(model.getAudience_Criterion()));
        campaign.setLaunched(Instant.EPOCH);
        assertTrue(FrozenParts.of(campaign).isFrozen(model.getAudience_Criterion()));
        assertTrue(FrozenParts.of(campaign).isFrozen(model.getOfferPlan_Offers()));
        assertFalse(FrozenParts.of(campaign).isFrozen(model.getExecution_Conclusion()));
    }

    private static ValuePosition value(double margin, double contact, Double fixed) {
        ValuePosition value = MAKE.createValuePosition();
        value.setMargin(margin);
        value.setContactCost(contact);
        value.setFixedCost(fixed);
        return value;
    }

    private static List<Action> possible(CampaignState state, boolean launched) {
        Campaign campaign = MAKE.createCampaign();
        campaign.setState(state);
        campaign.setLaunched(launched ? Instant.EPOCH : null);
        return Stream.of(Action.values()).filter(action -> ExecutionPage.isPossible(action, campaign)).toList();
    }
}
