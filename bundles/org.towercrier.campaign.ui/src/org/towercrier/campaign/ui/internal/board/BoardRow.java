package org.towercrier.campaign.ui.internal.board;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.campaign.CampaignBoard.Card;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.model.campaign.GateRule;

/**
 * A line of the board.
 *
 * @param card what is stored of the campaign
 * @param outlook what the gate says of now; absent until it is asked, and for campaigns that are over
 */
record BoardRow(Card card, Optional<Outlook> outlook) {

    /**
     * What a campaign reaches if it goes on now.
     *
     * @param members of the audience now
     * @param passing customers that the gate lets through now
     * @param step first whose exit test is not passed
     * @param heldBack how many each rule holds back, the strongest first
     */
    record Outlook(long members, long passing, CampaignStep step, List<Held> heldBack) {

        Outlook {
            heldBack = List.copyOf(heldBack);
        }
    }

    /** Customers that a rule of the gate holds back. */
    record Held(GateRule rule, long customers) {
    }

    /** The step it stands at. */
    CampaignStep step() {
        return outlook.map(Outlook::step).orElse(card.step());
    }

    /** Not launched, and may be still. */
    static boolean isPlanned(Card card) {
        return card.launched().isEmpty() && card.state() != CampaignState.CANCELLED && card.state() != CampaignState.ENDED;
    }

    /** Whether asking the gate about now says something. */
    static boolean isCounted(Card card) {
        return isPlanned(card) || card.state() == CampaignState.LAUNCHED || card.state() == CampaignState.PAUSED;
    }

    /** Members: at launch, else as they are now. */
    OptionalDouble audience() {
        if (card.launched().isPresent()) {
            return OptionalDouble.of(card.audience());
        }
        return outlook.map(now -> OptionalDouble.of(now.members())).orElse(OptionalDouble.empty());
    }

    /** Customers that were contacted; absent before the launch. */
    OptionalDouble contacted() {
        return card.launched().isPresent() ? OptionalDouble.of(card.reach()) : OptionalDouble.empty();
    }

    /** Customers that the gate lets through now, beyond those that were contacted; absent when nobody is to be contacted any more. */
    OptionalDouble passing() {
        return outlook.map(now -> OptionalDouble.of(now.passing())).orElse(OptionalDouble.empty());
    }

    /** Those who were contacted and those who pass now, as a share of the audience, in percent. */
    OptionalDouble reachShare() {
        double members = audience().orElse(0);
        boolean known = contacted().isPresent() || passing().isPresent();
        return members > 0 && known ? OptionalDouble.of(100 * (contacted().orElse(0) + passing().orElse(0)) / members)
                : OptionalDouble.empty();
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
