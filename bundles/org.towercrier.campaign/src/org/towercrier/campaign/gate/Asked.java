package org.towercrier.campaign.gate;

import java.util.List;

import org.towercrier.model.campaign.CellRoom;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.model.campaign.MessageClass;

/** What the gate is asked about, and the rules that look at one candidate alone. */
record Asked(GateRules rules, GatePeople people, List<GateCampaign> campaigns, GateCandidates candidates, long at, ContactCounts counts) {

    GateCampaign campaign(int row) {
        return campaigns.get(candidates.campaign()[row]);
    }

    int person(int row) {
        return candidates.person()[row];
    }

    boolean marketing(int row) {
        return campaign(row).messageClass() == MessageClass.MARKETING;
    }

    /** Does a rule that stops whatever the channel stop a candidate? */
    boolean fails(GateRule rule, int row) {
        int person = person(row);
        return switch (rule) {
            case LEFT -> people.left()[person];
            case CONTROL_GROUP -> candidates.control()[row] || marketing(row) && people.universal()[person];
            case ALREADY_CONTACTED -> candidates.contacted()[row];
            case DO_NOT_CONTACT -> marketing(row) && people.doNotContact()[person] != GatePeople.NONE;
            case CELL_CAPACITY -> candidates.is(row, CellRoom.LEFT_OUT);
            default -> throw new IllegalArgumentException(rule.getName());
        };
    }

    /** Marketing needs a consent where the policy asks for it; nothing goes where it was refused. */
    boolean unconsented(int row, int channel) {
        GatePeople.ConsentCode code = people.consent(campaign(row).messageClass(), channel, person(row));
        return code == GatePeople.ConsentCode.REFUSED || code == GatePeople.ConsentCode.WITHDRAWN
                || code != GatePeople.ConsentCode.GRANTED && rules.consentNeeded() && marketing(row);
    }

    /** Is an alarm up in the home cell that marketing waits for? */
    boolean alarmed(int row) {
        int cell = people.homeCell()[person(row)];
        return rules.pauseOnAlarm() && marketing(row) && cell != GatePeople.NONE && people.alarm()[cell];
    }

    /** Which of some channels of the campaign is tried first for a member. */
    int first(int row, int among) {
        List<GateCampaign.Channel> channels = campaign(row).channels();
        byte preferred = people.preferred()[person(row)];
        for (int i = 0; i < channels.size(); i++) {
            if ((among & 1 << i) != 0 && channels.get(i).channel() == preferred) {
                return i;
            }
        }
        return among == 0 ? GatePeople.NONE : Integer.numberOfTrailingZeros(among);
    }
}
