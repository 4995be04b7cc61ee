package org.towercrier.campaign.gate;

import java.util.Arrays;

import org.towercrier.campaign.gate.GateRules.Cap;
import org.towercrier.model.campaign.AudienceUnit;

/** How often customers, households and groups were contacted, and when each customer was contacted last; contacts that are given away count at once. */
final class ContactCounts {

    private static final int DAY = 86_400;

    private final GateRules rules;
    private final GatePeople people;
    private final long at;
    private final int households;
    private final int[][] counts;
    private final long[] last;

    /** @param history marketing contacts; those after the moment do not count @param at the moment, in seconds since 1970-01-01T00:00:00Z */
    ContactCounts(GateRules rules, GatePeople people, GateHistory history, long at) {
        this.rules = rules;
        this.people = people;
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
        count(history);
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

    /** Contacts so far that a cap counts for a customer; {@link GatePeople#NONE} where it does not apply to the customer or the channel. */
    int of(int cap, int person, int channel) {
        Cap rule = rules.caps().get(cap);
        int unit = rule.counts(channel) ? unit(rule.unit(), person) : GatePeople.NONE;
        return unit == GatePeople.NONE ? GatePeople.NONE : counts[cap][unit];
    }

    /** The first cap that has no room for another contact, or {@link GatePeople#NONE}. */
    int full(int person, int channel) {
        for (int cap = 0; cap < counts.length; cap++) {
            int made = of(cap, person, channel);
            if (made != GatePeople.NONE && made >= rules.caps().get(cap).maximum()) {
                return cap;
            }
        }
        return GatePeople.NONE;
    }

    /** Counts a contact that is given away now. */
    void used(int person, int channel) {
        for (int cap = 0; cap < counts.length; cap++) {
            if (rules.caps().get(cap).counts(channel)) {
                add(cap, person);
            }
        }
    }

    /** When a customer was contacted last, in seconds since 1970-01-01T00:00:00Z; {@link Long#MIN_VALUE} for never. */
    long last(int person) {
        return last[person];
    }

    /** Is the last contact of a customer closer than the minimum distance? */
    boolean tooSoon(int person) {
        return last[person] != Long.MIN_VALUE && at - last[person] < distance();
    }

    /** Minimum distance in seconds. */
    long distance() {
        return (long) rules.minimumDistance() * DAY;
    }
}
