package org.towercrier.campaign.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.towercrier.campaign.gate.GateRules.Cap;
import org.towercrier.model.campaign.AudienceUnit;
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

    private static final int DAY = 86_400;

    private final GateRules rules;
    private final GatePeople people;
    private final List<GateCampaign> campaigns;
    private final GateCandidates candidates;
    private final long at;
    private final int households;
    private final int[][] counts;
    private final long[] last;
    private final Verdicts verdicts;
    private final int[] openChannels;

    private Gate(GateRules rules, GatePeople people, GateHistory history, List<GateCampaign> campaigns, GateCandidates candidates,
            long at) {
        this.rules = rules;
        this.people = people;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.at = at;
        this.households = 1 + Arrays.stream(people.household()).max().orElse(-1);
        int groups = 1 + Arrays.stream(people.group()).max().orElse(-1);
        this.counts = new int[rules.caps().size()][];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new int[switch (rules.caps().get(i).unit()) {
                case CUSTOMER -> people.size();
                case HOUSEHOLD -> households + people.size();
                case CORPORATE_GROUP -> groups;
            }];
        }
        this.last = new long[people.size()];
        Arrays.fill(last, Long.MIN_VALUE);
        this.verdicts = new Verdicts(candidates.size());
        this.openChannels = new int[candidates.size()];
        count(history);
    }

    /**
     * Decides.
     *
     * @param history marketing contacts; those after the moment do not count
     * @param at the moment, in seconds since 1970-01-01T00:00:00Z
     */
    public static GateDecisions decide(GateRules rules, GatePeople people, GateHistory history, List<GateCampaign> campaigns,
            GateCandidates candidates, long at) {
        Gate gate = new Gate(rules, people, history, campaigns, candidates, at);
        IntStream.range(0, candidates.size()).parallel().forEach(gate::alone);
        gate.arbitrate();
        gate.together();
        return gate.verdicts.decisions();
    }

    /**
     * Every rule that was asked about one candidate, whether it would have stopped the contact by itself.
     *
     * @param decisions what {@link #decide} said about the same columns
     */
    public static List<RuleCheck> explain(GateRules rules, GatePeople people, GateHistory history, List<GateCampaign> campaigns,
            GateCandidates candidates, long at, GateDecisions decisions, int row) {
        return new Gate(rules, people, history, campaigns, candidates, at).checks(row, decisions);
    }

    private void count(GateHistory history) {
        for (int i = 0; i < history.size(); i++) {
            if (history.seconds()[i] <= at) {
                int person = history.person()[i];
                last[person] = Math.max(last[person], history.seconds()[i]);
                for (int cap = 0; cap < counts.length; cap++) {
                    Cap rule = rules.caps().get(cap);
                    if (rule.counts(history.channel()[i]) && history.seconds()[i] > at - (long) rule.days() * DAY) {
                        add(cap, person);
                    }
                }
            }
        }
    }

    private void add(int cap, int person) {
        int unit = unit(rules.caps().get(cap).unit(), person);
        if (unit != GatePeople.NONE) {
            counts[cap][unit]++;
        }
    }

    private int unit(AudienceUnit unit, int person) {
        return switch (unit) {
            case CUSTOMER -> person;
            case HOUSEHOLD -> people.householdUnit(person, households);
            case CORPORATE_GROUP -> people.group()[person];
        };
    }

    /** The first cap that has no room for another contact, or none. */
    private int full(int person, int channel) {
        for (int cap = 0; cap < counts.length; cap++) {
            Cap rule = rules.caps().get(cap);
            int unit = rule.counts(channel) ? unit(rule.unit(), person) : GatePeople.NONE;
            if (unit != GatePeople.NONE && counts[cap][unit] >= rule.maximum()) {
                return cap;
            }
        }
        return GatePeople.NONE;
    }

    private boolean marketing(int row) {
        return campaign(row).messageClass() == MessageClass.MARKETING;
    }

    private GateCampaign campaign(int row) {
        return campaigns.get(candidates.campaign()[row]);
    }

    /** The rules that look at nobody else. */
    private void alone(int row) {
        for (GateRule rule : RuleCheck.OF_THE_PERSON) {
            if (fails(rule, row)) {
                verdicts.set(row, GateOutcome.STOPPED, rule, GatePeople.NONE);
                return;
            }
        }
        int person = candidates.person()[row];
        int stopped = 0;
        List<GateCampaign.Channel> channels = campaign(row).channels();
        for (int i = 0; i < channels.size(); i++) {
            if (unconsented(row, channels.get(i).channel()) || marketing(row) && full(person, channels.get(i).channel()) >= 0) {
                stopped |= 1 << i;
            }
        }
        if (stopped == (1 << channels.size()) - 1) {
            stop(row, first(row, stopped));
        } else if (marketing(row) && tooSoon(person)) {
            verdicts.set(row, GateOutcome.STOPPED, GateRule.MINIMUM_DISTANCE, GatePeople.NONE);
            verdicts.figures(row, at - last[person], (double) rules.minimumDistance() * DAY,
                    last[person] + rules.minimumDistance() * (long) DAY);
        } else if (alarmed(row)) {
            verdicts.set(row, GateOutcome.DELAYED, GateRule.HOME_CELL_ALARM, GatePeople.NONE);
        } else if (candidates.is(row, CellRoom.DELAYED)) {
            verdicts.set(row, GateOutcome.DELAYED, GateRule.CELL_CAPACITY, GatePeople.NONE);
        } else {
            hours(row, ~stopped & (1 << channels.size()) - 1);
        }
    }

    private void hours(int row, int allowed) {
        List<GateCampaign.Channel> channels = campaign(row).channels();
        int profile = people.profile()[candidates.person()[row]];
        int open = 0;
        long soonest = Long.MAX_VALUE;
        int closed = -1;
        for (int i = 0; i < channels.size(); i++) {
            GateCampaign.Hours hours = channels.get(i).hours()[profile];
            if ((allowed & 1 << i) != 0) {
                if (hours.open() || campaign(row).messageClass() == MessageClass.SERVICE) {
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

    /** Which of some channels of the campaign is tried first for a member. */
    private int first(int row, int among) {
        List<GateCampaign.Channel> channels = campaign(row).channels();
        byte preferred = people.preferred()[candidates.person()[row]];
        for (int i = 0; i < channels.size(); i++) {
            if ((among & 1 << i) != 0 && channels.get(i).channel() == preferred) {
                return i;
            }
        }
        return among == 0 ? GatePeople.NONE : Integer.numberOfTrailingZeros(among);
    }

    private void stop(int row, int first) {
        if (first == GatePeople.NONE) {
            verdicts.set(row, GateOutcome.STOPPED, GateRule.CHANNEL_CAPACITY, GatePeople.NONE);
            verdicts.figures(row, 0, 0, GateDecisions.UNKNOWN);
            return;
        }
        int channel = campaign(row).channels().get(first).channel();
        int person = candidates.person()[row];
        if (unconsented(row, channel)) {
            verdicts.set(row, GateOutcome.STOPPED, GateRule.CONSENT, channel);
            verdicts.figures(row, people.consent(campaign(row).messageClass(), channel, person).ordinal(), Double.NaN,
                    GateDecisions.UNKNOWN);
        } else {
            capped(row, channel, full(person, channel));
        }
    }

    private void capped(int row, int channel, int cap) {
        Cap rule = rules.caps().get(cap);
        verdicts.set(row, GateOutcome.STOPPED, GateRule.FREQUENCY_CAP, channel);
        verdicts.figures(row, counts[cap][unit(rule.unit(), candidates.person()[row])], rule.maximum(), GateDecisions.UNKNOWN);
        verdicts.detail(row, cap);
    }

    private boolean fails(GateRule rule, int row) {
        int person = candidates.person()[row];
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
    private boolean unconsented(int row, int channel) {
        GatePeople.ConsentCode code = people.consent(campaign(row).messageClass(), channel, candidates.person()[row]);
        return code == GatePeople.ConsentCode.REFUSED || code == GatePeople.ConsentCode.WITHDRAWN
                || code != GatePeople.ConsentCode.GRANTED && rules.consentNeeded() && marketing(row);
    }

    private boolean tooSoon(int person) {
        return last[person] != Long.MIN_VALUE && at - last[person] < (long) rules.minimumDistance() * DAY;
    }

    private boolean alarmed(int row) {
        int cell = people.homeCell()[candidates.person()[row]];
        return rules.pauseOnAlarm() && marketing(row) && cell != GatePeople.NONE && people.alarm()[cell];
    }

    /** Each customer goes to one campaign; those that lose know to which. */
    private void arbitrate() {
        int[] best = new int[people.size()];
        Arrays.fill(best, GatePeople.NONE);
        for (int row = 0; row < candidates.size(); row++) {
            if (verdicts.open(row) && marketing(row)) {
                int person = candidates.person()[row];
                if (best[person] == GatePeople.NONE || before(row, best[person])) {
                    best[person] = row;
                }
            }
        }
        for (int row = 0; row < candidates.size(); row++) {
            int winner = best[candidates.person()[row]];
            if (verdicts.open(row) && marketing(row) && winner != row) {
                verdicts.set(row, GateOutcome.STOPPED, GateRule.ARBITRATION, GatePeople.NONE);
                verdicts.figures(row, winner, candidates.value()[winner], GateDecisions.UNKNOWN);
            }
        }
    }

    private boolean before(int row, int other) {
        GateCampaign one = campaign(row);
        GateCampaign two = campaign(other);
        int value = Double.compare(candidates.value()[other], candidates.value()[row]);
        int priority = Integer.compare(two.priority(), one.priority());
        int begun = Long.compare(one.begun(), two.begun());
        int[] order = switch (rules.mode()) {
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

    /** Takes those that are left one after the other, as long as caps, channels and budgets last. */
    private void together() {
        int[] rows = IntStream.range(0, candidates.size()).filter(verdicts::open).toArray();
        MergeSort.sort(rows, this::earlier);
        long[] capacity = rules.dailyCapacity().clone();
        double[] budget = campaigns.stream().mapToDouble(GateCampaign::budget).toArray();
        long[][] left = campaigns.stream().map(each -> each.channels().stream().mapToLong(GateCampaign.Channel::left).toArray())
                .toArray(long[][]::new);
        int rank = 0;
        for (int row : rows) {
            if (take(row, capacity, budget, left)) {
                verdicts.passed(row, rank++);
            }
        }
    }

    private boolean earlier(int row, int other) {
        int purpose = campaign(row).messageClass().getValue() - campaign(other).messageClass().getValue();
        if (purpose != 0) {
            return purpose < 0;
        }
        int value = Double.compare(candidates.value()[other], candidates.value()[row]);
        if (value != 0) {
            return value < 0;
        }
        boolean spare = candidates.is(row, CellRoom.IDLE);
        if (spare != candidates.is(other, CellRoom.IDLE)) {
            return spare;
        }
        int person = Integer.compare(candidates.person()[row], candidates.person()[other]);
        return person != 0 ? person < 0 : candidates.campaign()[row] < candidates.campaign()[other];
    }

    /** Contacts a member through the first open channel that has room, or says why not. */
    private boolean take(int row, long[] capacity, double[] budget, long[][] left) {
        int campaign = candidates.campaign()[row];
        int person = candidates.person()[row];
        List<GateCampaign.Channel> channels = campaign(row).channels();
        boolean told = false;
        int open = openChannels[row];
        while (open != 0) {
            int i = first(row, open);
            open &= ~(1 << i);
            GateCampaign.Channel channel = channels.get(i);
            int cap = marketing(row) ? full(person, channel.channel()) : GatePeople.NONE;
            if (cap != GatePeople.NONE || left[campaign][i] <= 0 || budget[campaign] < channel.cost()) {
                if (!told) {
                    refuse(row, channel, cap, left[campaign][i] <= 0, budget[campaign]);
                    told = true;
                }
            } else if (capacity[channel.channel()] <= 0) {
                if (!told || verdicts.outcome(row) == GateOutcome.STOPPED) {
                    verdicts.set(row, GateOutcome.DELAYED, GateRule.CHANNEL_CAPACITY, channel.channel());
                    verdicts.figures(row, rules.dailyCapacity()[channel.channel()], rules.dailyCapacity()[channel.channel()],
                            GateDecisions.UNKNOWN);
                    told = true;
                }
            } else {
                capacity[channel.channel()] -= capacity[channel.channel()] == GateRules.UNLIMITED ? 0 : 1;
                left[campaign][i] -= left[campaign][i] == GateRules.UNLIMITED ? 0 : 1;
                budget[campaign] -= channel.cost();
                if (marketing(row)) {
                    used(person, channel.channel());
                }
                verdicts.set(row, GateOutcome.PASSED, GateRule.NONE, channel.channel());
                return true;
            }
        }
        return false;
    }

    private void refuse(int row, GateCampaign.Channel channel, int cap, boolean full, double budget) {
        if (cap != GatePeople.NONE) {
            capped(row, channel.channel(), cap);
        } else if (full) {
            verdicts.set(row, GateOutcome.STOPPED, GateRule.CHANNEL_CAPACITY, channel.channel());
            verdicts.figures(row, channel.left(), channel.left(), GateDecisions.UNKNOWN);
        } else {
            verdicts.set(row, GateOutcome.STOPPED, GateRule.BUDGET, channel.channel());
            verdicts.figures(row, budget, channel.cost(), GateDecisions.UNKNOWN);
        }
    }

    private void used(int person, int channel) {
        for (int cap = 0; cap < counts.length; cap++) {
            if (rules.caps().get(cap).counts(channel)) {
                add(cap, person);
            }
        }
    }

    private List<RuleCheck> checks(int row, GateDecisions decisions) {
        int person = candidates.person()[row];
        List<RuleCheck> checks = new ArrayList<>(RuleCheck.OF_THE_PERSON.stream()
                .map(rule -> RuleCheck.of(rule, GatePeople.NONE, fails(rule, row) ? GateOutcome.STOPPED : GateOutcome.PASSED)).toList());
        for (GateCampaign.Channel channel : campaign(row).channels()) {
            int number = channel.channel();
            checks.add(RuleCheck.of(GateRule.CONSENT, number, unconsented(row, number) ? GateOutcome.STOPPED : GateOutcome.PASSED)
                    .with(people.consent(campaign(row).messageClass(), number, person).ordinal(), Double.NaN));
            for (int cap = 0; marketing(row) && cap < counts.length; cap++) {
                Cap rule = rules.caps().get(cap);
                int unit = rule.counts(number) ? unit(rule.unit(), person) : GatePeople.NONE;
                if (unit != GatePeople.NONE) {
                    checks.add(RuleCheck.of(GateRule.FREQUENCY_CAP, number,
                            counts[cap][unit] >= rule.maximum() ? GateOutcome.STOPPED : GateOutcome.PASSED)
                            .with(counts[cap][unit], rule.maximum()).of(cap));
                }
            }
            GateCampaign.Hours hours = channel.hours()[people.profile()[person]];
            boolean closed = !hours.open() && campaign(row).messageClass() != MessageClass.SERVICE;
            checks.add(RuleCheck.of(GateRule.QUIET_HOURS, number, closed ? GateOutcome.DELAYED : GateOutcome.PASSED)
                    .until(hours.open() ? GateDecisions.UNKNOWN : hours.next()));
        }
        double since = last[person] == Long.MIN_VALUE ? Double.NaN : at - last[person];
        checks.add(RuleCheck.of(GateRule.MINIMUM_DISTANCE, GatePeople.NONE,
                marketing(row) && tooSoon(person) ? GateOutcome.STOPPED : GateOutcome.PASSED).with(since,
                        (double) rules.minimumDistance() * DAY));
        checks.add(RuleCheck.of(GateRule.HOME_CELL_ALARM, GatePeople.NONE, alarmed(row) ? GateOutcome.DELAYED : GateOutcome.PASSED));
        if (candidates.is(row, CellRoom.DELAYED)) {
            checks.add(RuleCheck.of(GateRule.CELL_CAPACITY, GatePeople.NONE, GateOutcome.DELAYED));
        }
        RuleCheck.decided(decisions, row).filter(late -> checks.stream().noneMatch(check -> check.saysAs(late))).ifPresent(checks::add);
        return checks;
    }
}
