package org.towercrier.capacity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.model.alarm.RuleSet;

/**
 * What to detect. The rule set is copied, so that later edits do not reach a running detection.
 *
 * @param ruleSet the rules
 * @param from    begin of the samples looked at, absent for the first one stored
 * @param to      end of the samples looked at, exclusive; absent for the end of the last one stored
 * @param zone    whose days, hours and weekdays count
 * @param now     the time until which samples are expected, only for live data: silence is measured until then; absent for the
 *                network's own latest sample
 */
public record DetectionRequest(RuleSet ruleSet, Optional<Instant> from, Optional<Instant> to, ZoneId zone,
        Optional<Instant> now) {

    public DetectionRequest {
        ruleSet = EcoreUtil.copy(Objects.requireNonNull(ruleSet, "ruleSet"));
        Objects.requireNonNull(zone, "zone");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException("The period ends before it begins");
        }
    }

    /** Everything that is stored, in UTC. */
    public static DetectionRequest of(RuleSet ruleSet) {
        return new DetectionRequest(ruleSet, Optional.empty(), Optional.empty(), ZoneOffset.UTC, Optional.empty());
    }

    /** The same over another period. */
    public DetectionRequest between(Optional<Instant> newFrom, Optional<Instant> newTo) {
        return new DetectionRequest(ruleSet, newFrom, newTo, zone, now);
    }

    /** The same in another zone. */
    public DetectionRequest in(ZoneId newZone) {
        return new DetectionRequest(ruleSet, from, to, newZone, now);
    }
}
