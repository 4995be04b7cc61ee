package org.towercrier.campaign.ui.internal.board;

import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.campaign.CampaignBoard.Card;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;

/**
 * A line of the board.
 *
 * @param card what is stored of the campaign
 * @param outlook what a campaign that was not launched would reach now; absent until it is counted
 */
record BoardRow(Card card, Optional<Outlook> outlook) {

    /** What a campaign would reach. @param members of the audience now @param passing customers that the gate lets through now @param step first whose exit test is not passed */
    record Outlook(long members, long passing, CampaignStep step) {
    }

    /** The step it stands at. */
    CampaignStep step() {
        return outlook.map(Outlook::step).orElse(card.step());
    }

    /** Whether counting its audience of now says something. */
    static boolean isPlanned(Card card) {
        return card.launched().isEmpty() && card.state() != CampaignState.CANCELLED && card.state() != CampaignState.ENDED;
    }

    /** Members: at launch, else as they are now. */
    OptionalDouble audience() {
        if (card.launched().isPresent()) {
            return OptionalDouble.of(card.audience());
        }
        return outlook.map(now -> OptionalDouble.of(now.members())).orElse(OptionalDouble.empty());
    }

    /** Customers after the gate: contacted, else those it lets through now. */
    OptionalDouble reach() {
        if (card.launched().isPresent()) {
            return OptionalDouble.of(card.reach());
        }
        return outlook.map(now -> OptionalDouble.of(now.passing())).orElse(OptionalDouble.empty());
    }

    /** Reach as a share of the audience, in percent. */
    OptionalDouble reachShare() {
        double members = audience().orElse(0);
        return members > 0 && reach().isPresent() ? OptionalDouble.of(100 * reach().getAsDouble() / members) : OptionalDouble.empty();
    }

    /** Spend as a share of the budget, in percent. */
    OptionalDouble budgetUsed() {
        return card.budget().filter(budget -> budget > 0).map(budget -> OptionalDouble.of(100 * card.spent() / budget))
                .orElse(OptionalDouble.empty());
    }

    /** Whether more was spent than the budget. */
    boolean isOverspent() {
        return budgetUsed().orElse(0) > 100;
    }
}
