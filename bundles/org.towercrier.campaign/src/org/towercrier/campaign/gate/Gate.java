package org.towercrier.campaign.gate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.towercrier.model.campaign.CellRoom;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.model.campaign.MessageClass;

/**
 * Decides who may be contacted at one moment. First come the rules that stop, then those that delay, for each candidate alone, in this order: no longer a customer,
 * control group, already contacted, do not contact, no room in the cells; for each channel consent and frequency cap; minimum distance; alarm in the home cell, cells that
 * have room later, quiet hours of each channel. Of those that are left each customer goes to one campaign. Then they are taken by class (service, care, marketing) and
 * within it by expected value, highest first; of equal values those in cells with room to spare, then in the order of the identities, as long as caps, channels and budgets last: of a household with room for
 * one contact the member worth most is contacted.
 */
public final class Gate {

    private final Asked asked;
    private final Verdicts verdicts;
    private final int[] openChannels;

    private Gate(Asked asked) {
        this.asked = asked;
        this.verdicts = new Verdicts(asked.candidates().size());
        this.openChannels = new int[asked.candidates().size()];
    }

    /**
     * Decides.
     *
     * @param history marketing contacts; those after the moment do not count
     * @param at the moment, in seconds since 1970-01-01T00:00:00Z
     */
    public static GateDecisions decide(GateRules rules, GatePeople people, GateHistory history, List<GateCampaign> campaigns,
            GateCandidates candidates, long at) {
        Asked asked = asked(rules, people, history, campaigns, candidates, at);
        Gate gate = new Gate(asked);
        IntStream.range(0, candidates.size()).parallel().forEach(gate::alone);
        gate.arbitrate();
        new Taking(asked, gate.verdicts, gate.openChannels).run();
        return gate.verdicts.decisions();
    }

    private static Asked asked(GateRules rules, GatePeople people, GateHistory history, List<GateCampaign> campaigns,
            GateCandidates candidates, long at) {
        return new Asked(rules, people, campaigns, candidates, at, new ContactCounts(rules, people, history, at));
    }

    /**
     * Every rule that was asked about one candidate, whether it would have stopped the contact by itself.
     *
     * @param decisions what {@link #decide} said about the same columns
     */
    public static List<RuleCheck> explain(GateRules rules, GatePeople people, GateHistory history, List<GateCampaign> campaigns,
            GateCandidates candidates, long at, GateDecisions decisions, int row) {
        return new Explainer(asked(rules, people, history, campaigns, candidates, at)).checks(row, decisions);
    }

    /** The rules that look at nobody else. */
    private void alone(int row) {
        for (GateRule rule : RuleCheck.OF_THE_PERSON) {
            if (asked.fails(rule, row)) {
                verdicts.set(row, GateOutcome.STOPPED, rule, GatePeople.NONE);
                return;
            }
        }
        int person = asked.person(row);
        int stopped = 0;
        List<GateCampaign.Channel> channels = asked.campaign(row).channels();
        for (int i = 0; i < channels.size(); i++) {
            if (asked.unconsented(row, channels.get(i).channel())
                    || asked.marketing(row) && asked.counts().full(person, channels.get(i).channel()) >= 0) {
                stopped |= 1 << i;
            }
        }
        if (stopped == (1 << channels.size()) - 1) {
            stop(row, asked.first(row, stopped));
        } else if (asked.marketing(row) && asked.counts().tooSoon(person)) {
            verdicts.set(row, GateOutcome.STOPPED, GateRule.MINIMUM_DISTANCE, GatePeople.NONE);
            verdicts.figures(row, asked.at() - asked.counts().last(person), asked.counts().distance(),
                    asked.counts().last(person) + asked.counts().distance());
        } else if (asked.alarmed(row)) {
            verdicts.set(row, GateOutcome.DELAYED, GateRule.HOME_CELL_ALARM, GatePeople.NONE);
        } else if (asked.candidates().is(row, CellRoom.DELAYED)) {
            verdicts.set(row, GateOutcome.DELAYED, GateRule.CELL_CAPACITY, GatePeople.NONE);
        } else {
            hours(row, ~stopped & (1 << channels.size()) - 1);
        }
    }

    private void hours(int row, int allowed) {
        List<GateCampaign.Channel> channels = asked.campaign(row).channels();
        int profile = asked.people().profile()[asked.person(row)];
        int open = 0;
        long soonest = Long.MAX_VALUE;
        int closed = -1;
        for (int i = 0; i < channels.size(); i++) {
            GateCampaign.Hours hours = channels.get(i).hours()[profile];
            if ((allowed & 1 << i) != 0) {
                if (hours.open() || asked.campaign(row).messageClass() == MessageClass.SERVICE) {
                    open |= 1 << i;
                } else if (closed < 0 || hours.next() < soonest) {
                    closed = i;
                    soonest = hours.next();
                }
            }
        }
        openChannels[row] = open;
        if (open == 0) {
            verdicts.set(row, GateOutcome.DELAYED, GateRule.QUIET_HOURS, channels.get(closed).channel());
            verdicts.figures(row, Double.NaN, Double.NaN, soonest);
        }
    }

    private void stop(int row, int first) {
        if (first == GatePeople.NONE) {
            verdicts.set(row, GateOutcome.STOPPED, GateRule.CHANNEL_CAPACITY, GatePeople.NONE);
            verdicts.figures(row, 0, 0, GateDecisions.UNKNOWN);
            return;
        }
        int channel = asked.campaign(row).channels().get(first).channel();
        int person = asked.person(row);
        if (asked.unconsented(row, channel)) {
            verdicts.set(row, GateOutcome.STOPPED, GateRule.CONSENT, channel);
            verdicts.figures(row, asked.people().consent(asked.campaign(row).messageClass(), channel, person).ordinal(), Double.NaN,
                    GateDecisions.UNKNOWN);
        } else {
            verdicts.capped(asked, row, channel, asked.counts().full(person, channel));
        }
    }

    /** Each customer goes to one campaign; those that lose know to which. */
    private void arbitrate() {
        int[] best = new int[asked.people().size()];
        Arrays.fill(best, GatePeople.NONE);
        for (int row = 0; row < asked.candidates().size(); row++) {
            if (verdicts.open(row) && asked.marketing(row)) {
                int person = asked.person(row);
                if (best[person] == GatePeople.NONE || before(row, best[person])) {
                    best[person] = row;
                }
            }
        }
        for (int row = 0; row < asked.candidates().size(); row++) {
            int winner = best[asked.person(row)];
            if (verdicts.open(row) && asked.marketing(row) && winner != row) {
                verdicts.set(row, GateOutcome.STOPPED, GateRule.ARBITRATION, GatePeople.NONE);
                verdicts.figures(row, winner, asked.candidates().value()[winner], GateDecisions.UNKNOWN);
            }
        }
    }

    private boolean before(int row, int other) {
        GateCampaign one = asked.campaign(row);
        GateCampaign two = asked.campaign(other);
        int value = Double.compare(asked.candidates().value()[other], asked.candidates().value()[row]);
        int priority = Integer.compare(two.priority(), one.priority());
        int begun = Long.compare(one.begun(), two.begun());
        int[] order = switch (asked.rules().mode()) {
            case EXPECTED_VALUE -> new int[]{ value, priority, begun };
            case PRIORITY -> new int[]{ priority, value, begun };
            case FIRST_COME -> new int[]{ begun, value, priority };
        };
        for (int each : order) {
            if (each != 0) {
                return each < 0;
            }
        }
        return one.id().compareTo(two.id()) < 0;
    }
}
