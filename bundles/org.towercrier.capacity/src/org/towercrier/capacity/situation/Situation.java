package org.towercrier.capacity.situation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.SituationScope;

/**
 * Alarms that belong together.
 *
 * @param id       stable: it depends on the first member only
 * @param scope    what the members have in common, the narrowest of sector, site, neighbourhood and area; CHOSEN when people
 *                 alone put them together
 * @param place    id of the sector or site, or of the cell around which the others lie
 * @param parent   id of the alarm that stands for the others in the list
 * @param severity worst severity of the members that are up, CLEARED when none is
 * @param began    when the first member was raised
 * @param latest   when the last member was raised for the first time
 * @param members  the members in the order in which they were raised, at least two
 */
public record Situation(String id, SituationScope scope, String place, String parent, PerceivedSeverity severity, Instant began,
        Instant latest, List<Member> members) {

    /**
     * A member and why it is one.
     *
     * @param alarm    id of the alarm
     * @param cell     its cell
     * @param listed   whether the alarm is in the list: not cleared, or not acknowledged
     * @param link     what it has in common with the alarm it was joined to
     * @param linkedTo that alarm; the member itself for the first one
     * @param lag      how much later than that alarm it was raised; negative when it was raised before
     * @param decision number of the decision of a person that put it here, empty when nobody did
     */
    public record Member(String alarm, String cell, boolean listed, SituationScope link, String linkedTo, Duration lag,
            OptionalLong decision) {
        public Member {
            Objects.requireNonNull(alarm, "alarm");
            Objects.requireNonNull(cell, "cell");
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(linkedTo, "linkedTo");
            Objects.requireNonNull(lag, "lag");
            Objects.requireNonNull(decision, "decision");
        }
    }

    public Situation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(latest, "latest");
        members = List.copyOf(members);
    }

    /** Whether one of its members is in the list. */
    public boolean open() {
        return members.stream().anyMatch(Member::listed);
    }

    /** Number of members in the list. */
    public int listed() {
        return (int) members.stream().filter(Member::listed).count();
    }

    /** Number of cells with a member. */
    public int cells() {
        return (int) members.stream().map(Member::cell).distinct().count();
    }

    /** The ids of the members. */
    public List<String> alarms() {
        return members.stream().map(Member::alarm).toList();
    }
}
