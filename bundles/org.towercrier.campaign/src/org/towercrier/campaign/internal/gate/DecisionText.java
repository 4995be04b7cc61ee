package org.towercrier.campaign.internal.gate;

import java.time.Instant;
import java.util.Optional;

import org.towercrier.campaign.ContactGate.Decision;
import org.towercrier.campaign.ContactGate.RuleVerdict;
import org.towercrier.campaign.Reason;
import org.towercrier.campaign.gate.GateCampaign;
import org.towercrier.campaign.gate.GateDecisions;
import org.towercrier.campaign.gate.GatePeople;
import org.towercrier.campaign.gate.GateRules.Cap;
import org.towercrier.campaign.gate.RuleCheck;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.model.customer.ContactChannel;

/** Decisions of the gate as sentences with their figures. */
final class DecisionText {

    private static final double DAY = 86_400;

    private DecisionText() {
    }

    static Decision decision(GateSetting setting, GateDecisions decisions, int row) {
        GateRule rule = decisions.ruleOf(row);
        RuleCheck check = new RuleCheck(rule, decisions.channel()[row], decisions.outcomeOf(row), decisions.figure()[row],
                decisions.limit()[row], decisions.until()[row], decisions.detail()[row]);
        int rank = decisions.rank()[row];
        return new Decision(setting.campaigns().get(setting.candidates().campaign()[row]).id(), setting.customer(row), channel(check),
                check.outcome(), rule, reason(setting, check, row), until(check.until()), winner(setting, check),
                setting.candidates().value()[row], rank == GatePeople.NONE ? Optional.empty() : Optional.of(rank));
    }

    static RuleVerdict verdict(GateSetting setting, RuleCheck check, int row) {
        return new RuleVerdict(check.rule(), channel(check), check.outcome(), reason(setting, check, row), number(check.figure()),
                number(check.limit()), until(check.until()));
    }

    private static Optional<Double> number(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    private static Optional<ContactChannel> channel(RuleCheck check) {
        return check.channel() == GatePeople.NONE ? Optional.empty() : Optional.of(ContactChannel.get(check.channel()));
    }

    private static Optional<Instant> until(long seconds) {
        return seconds == GateDecisions.UNKNOWN ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    private static Optional<String> winner(GateSetting setting, RuleCheck check) {
        return check.rule() == GateRule.ARBITRATION && !Double.isNaN(check.figure())
                ? Optional.of(setting.campaigns().get(setting.candidates().campaign()[(int) check.figure()]).id())
                : Optional.empty();
    }

    private static Reason reason(GateSetting setting, RuleCheck check, int row) {
        String name = channel(check).map(channel -> CampaignMessages.text("Channel_" + channel.getLiteral())).orElse("");
        if (check.outcome() == GateOutcome.PASSED) {
            return passed(setting, check, name);
        }
        int person = setting.candidates().person()[row];
        return switch (check.rule()) {
            case CONSENT -> Reason.of("Gate_Consent_" + GatePeople.ConsentCode.of((byte) check.figure()), name);
            case DO_NOT_CONTACT -> Reason.of("Gate_DoNotContact", barred(setting, person));
            case QUIET_HOURS -> Reason.of("Gate_QuietHours", closed(setting, check, row),
                    until(check.until()).filter(moment -> check.until() < GateCampaign.Hours.NEVER).map(Instant::toString).orElse("–"));
            case FREQUENCY_CAP -> cap(setting, check, "Gate_Cap_");
            case MINIMUM_DISTANCE -> Reason.of("Gate_Distance", check.figure() / DAY, check.limit() / DAY);
            case ARBITRATION -> Reason.of("Gate_Arbitration", winner(setting, check).orElse(""), check.limit(),
                    setting.candidates().value()[row]);
            case CHANNEL_CAPACITY -> check.outcome() == GateOutcome.DELAYED ? Reason.of("Gate_Capacity", name, check.limit())
                    : Reason.of("Gate_PlanCapacity", name, check.limit());
            case BUDGET -> Reason.of("Gate_Budget", check.figure(), check.limit());
            case HOME_CELL_ALARM -> Reason.of("Gate_Alarm", cell(setting, person));
            case CELL_CAPACITY ->
                Reason.of(check.outcome() == GateOutcome.DELAYED ? "Gate_RoomLater" : "Gate_NoRoom", cell(setting, person));
            case CONTROL_GROUP -> Reason.of(setting.people().universal()[person] ? "Gate_Universal" : "Gate_Control");
            case ALREADY_CONTACTED -> Reason.of("Gate_Already");
            case LEFT -> Reason.of("Gate_Left");
            case NONE -> Reason.of("Gate_Passed", name);
        };
    }

    private static Reason passed(GateSetting setting, RuleCheck check, String name) {
        return switch (check.rule()) {
            case FREQUENCY_CAP -> cap(setting, check, "Gate_CapOk_");
            case MINIMUM_DISTANCE -> Double.isNaN(check.figure()) ? Reason.of("Gate_NeverContacted")
                    : Reason.of("Gate_DistanceOk", check.figure() / DAY, check.limit() / DAY);
            case CONSENT -> Reason.of("Gate_ConsentOk_" + GatePeople.ConsentCode.of((byte) check.figure()), name);
            case NONE -> Reason.of("Gate_Passed", name);
            default -> Reason.of("Gate_Ok_" + check.rule().getLiteral());
        };
    }

    private static Reason cap(GateSetting setting, RuleCheck check, String key) {
        Cap cap = setting.rules().caps().get(check.detail());
        String where = cap.channel() < 0 ? CampaignMessages.text("Channel_ALL")
                : CampaignMessages.text("Channel_" + ContactChannel.get(cap.channel()).getLiteral());
        return Reason.of(key + cap.unit().getLiteral(), check.figure(), cap.maximum(), cap.days(), where);
    }

    private static String barred(GateSetting setting, int person) {
        int reason = setting.people().doNotContact()[person];
        return reason == GatePeople.NONE ? "" : setting.barredFor().get(reason);
    }

    private static String cell(GateSetting setting, int person) {
        int cell = setting.people().homeCell()[person];
        return cell == GatePeople.NONE ? "–" : setting.cells().get(cell);
    }

    private static String closed(GateSetting setting, RuleCheck check, int row) {
        int profile = setting.people().profile()[setting.candidates().person()[row]];
        return setting.campaigns().get(setting.candidates().campaign()[row]).channels().stream()
                .filter(channel -> channel.channel() == check.channel()).map(channel -> channel.hours()[profile].why()).findFirst()
                .orElse("");
    }
}
