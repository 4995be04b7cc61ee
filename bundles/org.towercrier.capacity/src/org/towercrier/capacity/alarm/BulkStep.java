package org.towercrier.capacity.alarm;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What became of a step with several alarms.
 *
 * @param step    number under which {@link AlarmService#undo} takes it back; empty when nothing was changed
 * @param alarms  the alarms as they are now, in the order in which they were named
 * @param refused the alarms that could not take the step, and why
 */
public record BulkStep(OptionalLong step, List<Alarm> alarms, List<Refusal> refused) {
    public BulkStep {
        Objects.requireNonNull(step, "step");
        alarms = List.copyOf(alarms);
        refused = List.copyOf(refused);
    }
}
