package org.towercrier.capacity.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.model.alarm.RuleSet;

/**
 * What to replay. Rule sets are copied, so that later edits do not reach a running simulation.
 *
 * @param candidate  the rules to try
 * @param reference  the rules to compare with, absent for the active ones
 * @param from       begin of the period, absent for the first sample stored
 * @param to         end of the period, exclusive; absent for the end of the last sample stored
 * @param zone       whose days count
 * @param user       who looks at it, for the log
 * @param flapWindow an alarm that is raised again within this time after it was cleared flaps
 */
public record SimulationRequest(RuleSet candidate, Optional<RuleSet> reference, Optional<Instant> from, Optional<Instant> to, ZoneId zone,
        String user, Duration flapWindow) {

    /** One day: what comes back with the next busy hour has not been away. */
    public static final Duration USUAL_FLAP_WINDOW = Duration.ofHours(24);

    public SimulationRequest {
        candidate = EcoreUtil.copy(Objects.requireNonNull(candidate, "candidate"));
        reference = reference.map(EcoreUtil::copy);
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(user, "user");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException("The period ends before it begins");
        }
        if (flapWindow.isNegative()) {
            throw new IllegalArgumentException("The time within which alarms flap cannot be negative");
        }
    }

    /** A candidate against the active rules, over everything that is stored. */
    public static SimulationRequest of(RuleSet candidate, ZoneId zone, String user) {
        return new SimulationRequest(candidate, Optional.empty(), Optional.empty(), Optional.empty(), zone, user, USUAL_FLAP_WINDOW);
    }

    /** The same over another period. */
    public SimulationRequest between(Optional<Instant> newFrom, Optional<Instant> newTo) {
        return new SimulationRequest(candidate, reference, newFrom, newTo, zone, user, flapWindow);
    }

    /** The same against other rules than the active ones. */
    public SimulationRequest against(RuleSet other) {
        return new SimulationRequest(candidate, Optional.of(other), from, to, zone, user, flapWindow);
    }
}
