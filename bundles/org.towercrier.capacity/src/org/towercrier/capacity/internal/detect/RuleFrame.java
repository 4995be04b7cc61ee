package org.towercrier.capacity.internal.detect;

import java.util.List;
import java.util.Objects;

import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * What all rules have in common.
 *
 * @param id              id within the rule set
 * @param name            name: the specific problem of its alarms
 * @param kind            kind of trouble
 * @param probableCause   probable cause by name
 * @param severity        severity when no step applies
 * @param steps           severities by the rule's figure
 * @param stepsUpwards    whether a greater figure is worse
 * @param scope           which objects
 * @param window          when
 * @param triggerCount    bad samples in a row that raise
 * @param clearCount      good samples in a row that clear
 * @param minimumDuration shortest time up, in seconds
 */
public record RuleFrame(String id, String name, AlarmKind kind, String probableCause, PerceivedSeverity severity,
        List<Step> steps, boolean stepsUpwards, RuleScope scope, WeekWindow window, int triggerCount, int clearCount,
        long minimumDuration) {

    /** From a value of the rule's figure on, a severity. */
    public record Step(double value, PerceivedSeverity severity) {
    }

    public RuleFrame {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        steps = List.copyOf(steps);
        if (triggerCount < 1 || clearCount < 1 || minimumDuration < 0) {
            throw new IllegalArgumentException("Counts are 1 at least, durations not negative");
        }
    }

    /** The severity for a value of the rule's figure: the worst of the steps reached, else the rule's own. */
    public PerceivedSeverity severityOf(double value) {
        PerceivedSeverity worst = severity;
        for (Step step : steps) {
            boolean reached = stepsUpwards ? value >= step.value() : value <= step.value();
            if (reached && worse(step.severity(), worst)) {
                worst = step.severity();
            }
        }
        return worst;
    }

    /** Whether one severity is worse than another; X.733 orders CRITICAL, MAJOR, MINOR, WARNING, INDETERMINATE. */
    static boolean worse(PerceivedSeverity one, PerceivedSeverity other) {
        return one.getValue() < other.getValue();
    }
}
