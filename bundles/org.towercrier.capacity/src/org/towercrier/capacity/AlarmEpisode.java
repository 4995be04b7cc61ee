package org.towercrier.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;

/**
 * One stretch of time in which a rule found trouble with an object. Instance, type, probable cause and specific problem
 * are the identity of the 3GPP alarm record that it belongs to.
 *
 * @param objectInstance name of the measured object
 * @param cell           id of its cell; the object's name when no cell has adopted it
 * @param kind           which kind of trouble
 * @param alarmType      X.733 event type
 * @param probableCause  probable cause by name
 * @param specificProblem the rule's name: what is wrong in particular
 * @param ruleSet        name of the rule set
 * @param rule           id of the rule
 * @param raised         end of the period whose sample raised it
 * @param severities     the severities in order of time; the first is at {@code raised}
 * @param cleared        end of the period whose sample cleared it, absent while the trouble lasts
 * @param evidence       why
 */
public record AlarmEpisode(String objectInstance, String cell, AlarmKind kind, AlarmType alarmType, String probableCause,
        String specificProblem, String ruleSet, String rule, Instant raised, List<SeverityChange> severities,
        Optional<Instant> cleared, Evidence evidence) {

    public AlarmEpisode {
        Objects.requireNonNull(objectInstance, "objectInstance");
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(alarmType, "alarmType");
        Objects.requireNonNull(probableCause, "probableCause");
        Objects.requireNonNull(specificProblem, "specificProblem");
        Objects.requireNonNull(ruleSet, "ruleSet");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(evidence, "evidence");
        severities = List.copyOf(severities);
        if (severities.isEmpty() || !severities.getFirst().at().equals(raised)) {
            throw new IllegalArgumentException("An episode begins with a severity at the time it is raised");
        }
        if (cleared.isPresent() && cleared.get().isBefore(raised)) {
            throw new IllegalArgumentException("An episode cannot be cleared before it is raised");
        }
    }
}
