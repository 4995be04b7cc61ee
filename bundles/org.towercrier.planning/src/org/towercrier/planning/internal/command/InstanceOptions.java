package org.towercrier.planning.internal.command;

import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.planning.FrequencyAssignment.Goal;

/** What the files leave open and the user may say. */
record InstanceOptions(OptionalDouble capacity, Optional<Goal> goal) {
}
