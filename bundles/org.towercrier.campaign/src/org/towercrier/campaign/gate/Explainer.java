package org.towercrier.campaign.gate;

import java.util.ArrayList;
import java.util.List;

import org.towercrier.model.campaign.CellRoom;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.model.campaign.MessageClass;

/** Says of one candidate what every rule says, whether or not it decided. */
final class Explainer {

    private final Asked asked;

    Explainer(Asked asked) {
        this.asked = asked;
    }

    List<RuleCheck> checks(int row, GateDecisions decisions) {
        List<RuleCheck> checks = new ArrayList<>(RuleCheck.OF_THE_PERSON.stream().map(
                rule -> RuleCheck.of(rule, GatePeople.NONE, asked.fails(rule, row) ? GateOutcome.STOPPED : GateOutcome.PASSED)).toList());
        asked.campaign(row).channels().forEach(channel -> channel(row, channel, checks));
        int person = asked.person(row);
        double since = asked.counts().last(person) == Long.MIN_VALUE ? Double.NaN : asked.at() - asked.counts().last(person);
        checks.add(RuleCheck.of(GateRule.MINIMUM_DISTANCE, GatePeople.NONE,
                asked.marketing(row) && asked.counts().tooSoon(person) ? GateOutcome.STOPPED : GateOutcome.PASSED)
                .with(since, asked.counts().distance()));
        checks.add(RuleCheck.of(GateRule.HOME_CELL_ALARM, GatePeople.NONE,
                asked.alarmed(row) ? GateOutcome.DELAYED : GateOutcome.PASSED));
        if (asked.candidates().is(row, CellRoom.DELAYED)) {
            checks.add(RuleCheck.of(GateRule.CELL_CAPACITY, GatePeople.NONE, GateOutcome.DELAYED));
        }
        RuleCheck.decided(decisions, row).filter(late -> checks.stream().noneMatch(check -> check.saysAs(late))).ifPresent(checks::add);
        return checks;
    }

    private void channel(int row, GateCampaign.Channel channel, List<RuleCheck> checks) {
        int person = asked.person(row);
        int number = channel.channel();
        MessageClass purpose = asked.campaign(row).messageClass();
        checks.add(RuleCheck.of(GateRule.CONSENT, number, asked.unconsented(row, number) ? GateOutcome.STOPPED : GateOutcome.PASSED)
                .with(asked.people().consent(purpose, number, person).ordinal(), Double.NaN));
        for (int cap = 0; asked.marketing(row) && cap < asked.rules().caps().size(); cap++) {
            int made = asked.counts().of(cap, person, number);
            int maximum = asked.rules().caps().get(cap).maximum();
            if (made != GatePeople.NONE) {
                checks.add(RuleCheck.of(GateRule.FREQUENCY_CAP, number, made >= maximum ? GateOutcome.STOPPED : GateOutcome.PASSED)
                        .with(made, maximum).of(cap));
            }
        }
        GateCampaign.Hours hours = channel.hours()[asked.people().profile()[person]];
        boolean closed = !hours.open() && purpose != MessageClass.SERVICE;
        checks.add(RuleCheck.of(GateRule.QUIET_HOURS, number, closed ? GateOutcome.DELAYED : GateOutcome.PASSED)
                .until(hours.open() ? GateDecisions.UNKNOWN : hours.next()));
    }
}
