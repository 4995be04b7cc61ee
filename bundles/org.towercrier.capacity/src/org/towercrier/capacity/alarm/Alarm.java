package org.towercrier.capacity.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.TrendIndication;

/**
 * One alarm record: what is wrong with which object, since when, and what operators did about it. Immutable.
 *
 * @param id              16 hexadecimal digits, see {@link AlarmIdentity#recordId(int)}
 * @param ordinal         number of the record within its identity, from 0
 * @param identity        object, type, cause and problem
 * @param cell            cell id where the object is a known cell, else the object's name
 * @param kind            kind of trouble
 * @param ruleSet         name of the rule set that found it
 * @param rule            id of the rule that found it
 * @param activations     the stretches of time in which it was up, oldest first, never empty
 * @param acknowledgement who acknowledged it, empty when nobody did
 * @param shelving        whether it is put aside for now
 * @param assignedTo      who works on it
 * @param manuallyCleared when an operator cleared it by hand; what was up before that counts as cleared then
 * @param synthetic       whether the samples behind it are synthetic
 * @param evidence        why it is up, a JSON object
 * @param situation       id of the situation that it is, or was last, a member of
 */
public record Alarm(String id, int ordinal, AlarmIdentity identity, String cell, AlarmKind kind, String ruleSet, String rule,
        List<Activation> activations, Optional<Acknowledgement> acknowledgement, Optional<Shelving> shelving,
        Optional<String> assignedTo, Optional<Instant> manuallyCleared, boolean synthetic, String evidence,
        Optional<String> situation) {

    /** Stands for evidence that was not loaded. */
    public static final String NO_EVIDENCE = "{}";

    public Alarm {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(ruleSet, "ruleSet");
        Objects.requireNonNull(rule, "rule");
        activations = List.copyOf(activations);
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(situation, "situation");
        if (activations.isEmpty()) {
            throw new IllegalArgumentException("an alarm was up at least once: " + id);
        }
    }

    /** An alarm that is in no situation. */
    public Alarm(String id, int ordinal, AlarmIdentity identity, String cell, AlarmKind kind, String ruleSet, String rule,
            List<Activation> activations, Optional<Acknowledgement> acknowledgement, Optional<Shelving> shelving,
            Optional<String> assignedTo, Optional<Instant> manuallyCleared, boolean synthetic, String evidence) {
        this(id, ordinal, identity, cell, kind, ruleSet, rule, activations, acknowledgement, shelving, assignedTo,
                manuallyCleared, synthetic, evidence, Optional.empty());
    }

    /** The latest stretch of time in which the alarm was up. */
    public Activation latest() {
        return activations.getLast();
    }

    /** When the alarm came up last. */
    public Instant raised() {
        return latest().raised();
    }

    /** When it went, by itself or by hand; empty while it is up. */
    public Optional<Instant> cleared() {
        Optional<Instant> byHand = manuallyCleared.filter(when -> !latest().raised().isAfter(when));
        Optional<Instant> byData = latest().cleared();
        if (byHand.isPresent() && byData.map(when -> when.isAfter(byHand.get())).orElse(true)) {
            return byHand;
        }
        return byData;
    }

    /** Severity now, {@link PerceivedSeverity#CLEARED} once it is cleared. */
    public PerceivedSeverity severity() {
        return cleared().isPresent() ? PerceivedSeverity.CLEARED : latest().severity();
    }

    /**
     * The highest severity since the last acknowledgement: it is latched, so that a short critical phase at night is still
     * seen in the morning.
     */
    public PerceivedSeverity highestSeverity() {
        if (acknowledgement.isPresent()) {
            return latest().severity();
        }
        return activations.stream().map(Activation::highest).min(Severities.WORST_FIRST).orElseThrow();
    }

    /** Trend of the latest stretch (X.733 trendIndication). */
    public TrendIndication trend() {
        Optional<PerceivedSeverity> before = latest().previous();
        if (before.isEmpty() || before.get() == latest().severity()) {
            return TrendIndication.NO_CHANGE;
        }
        return Severities.worse(latest().severity(), before.get()) ? TrendIndication.MORE_SEVERE
                : TrendIndication.LESS_SEVERE;
    }

    /** How often it came back after it had cleared. */
    public int flapCount() {
        return activations.size() - 1;
    }

    /** When it last changed: raised, became more or less severe, or cleared. */
    public Instant changed() {
        return cleared().orElse(latest().changed());
    }

    public AlarmState state() {
        boolean acknowledged = acknowledgement.isPresent();
        if (cleared().isPresent()) {
            return acknowledged ? AlarmState.GONE : AlarmState.CLEARED_UNACKNOWLEDGED;
        }
        return acknowledged ? AlarmState.ACTIVE_ACKNOWLEDGED : AlarmState.ACTIVE_UNACKNOWLEDGED;
    }

    /** Whether the alarm is put aside at the given time. */
    public boolean shelvedAt(Instant now) {
        return shelving.map(aside -> aside.until().isAfter(now)).orElse(false);
    }

    /** Whether it is on the list or on the shelf at the given time. */
    public ShelfState shelf(Instant now) {
        return shelvedAt(now) ? ShelfState.SHELVED : ShelfState.ON_THE_LIST;
    }

    /** What people have done with it. */
    public Handling handling() {
        return new Handling(acknowledgement, shelving, assignedTo, manuallyCleared);
    }

    /** The same alarm, handled otherwise. */
    public Alarm withHandling(Handling other) {
        return new Alarm(id, ordinal, identity, cell, kind, ruleSet, rule, activations, other.acknowledgement(), other.shelving(),
                other.assignedTo(), other.manuallyCleared(), synthetic, evidence, situation);
    }

    public Alarm withActivations(List<Activation> stretches, String why) {
        return new Alarm(id, ordinal, identity, cell, kind, ruleSet, rule, stretches, acknowledgement, shelving, assignedTo,
                manuallyCleared, synthetic, why, situation);
    }

    /** The same alarm, found by another rule. */
    public Alarm withRule(String newRuleSet, String newRule) {
        return new Alarm(id, ordinal, identity, cell, kind, newRuleSet, newRule, activations, acknowledgement, shelving, assignedTo,
                manuallyCleared, synthetic, evidence, situation);
    }

    public Alarm withAcknowledgement(Optional<Acknowledgement> newAcknowledgement) {
        return withHandling(new Handling(newAcknowledgement, shelving, assignedTo, manuallyCleared));
    }

    public Alarm withShelving(Optional<Shelving> newShelving) {
        return withHandling(new Handling(acknowledgement, newShelving, assignedTo, manuallyCleared));
    }

    public Alarm withAssignee(Optional<String> newAssignee) {
        return withHandling(new Handling(acknowledgement, shelving, newAssignee, manuallyCleared));
    }

    public Alarm withManualClear(Instant when) {
        return withHandling(new Handling(acknowledgement, shelving, assignedTo, Optional.of(when)));
    }

    public Alarm withSituation(Optional<String> newSituation) {
        return new Alarm(id, ordinal, identity, cell, kind, ruleSet, rule, activations, acknowledgement, shelving, assignedTo,
                manuallyCleared, synthetic, evidence, newSituation);
    }
}
