package org.towercrier.campaign;

import java.util.List;

import org.towercrier.model.campaign.CampaignStep;

/**
 * The exit test of one step.
 *
 * @param status what it says
 * @param reasons what is missing or wrong; none when passed
 * @param notes what should be known although the test is passed, figures among them
 */
public record StepCheck(CampaignStep step, Status status, List<Reason> reasons, List<Reason> notes) {

    /** What an exit test says. */
    public enum Status {
        /** Something is not filled in yet. */
        OPEN,
        /** Everything is there and right. */
        PASSED,
        /** Something that is there is wrong. */
        FAILED
    }

    public StepCheck {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
    }
}
