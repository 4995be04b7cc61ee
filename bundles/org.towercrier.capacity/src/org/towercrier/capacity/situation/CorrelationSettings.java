package org.towercrier.capacity.situation;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import org.towercrier.model.alarm.SituationScope;

/**
 * How alarms are joined.
 *
 * @param window      alarms raised within this time of one another can belong together
 * @param areaRadius  how far the cells of an area lie at most from its middle, metres
 * @param areaMinimum number of places in trouble that make an area
 * @param scopes      what alarms may have in common to be joined
 */
public record CorrelationSettings(Duration window, double areaRadius, int areaMinimum, Set<SituationScope> scopes) {

    /** An hour; three places within a kilometre; every scope. */
    public static final CorrelationSettings DEFAULT = new CorrelationSettings(Duration.ofHours(1), 1_000, 3,
            Set.of(SituationScope.PHYSICAL_SECTOR, SituationScope.SITE, SituationScope.NEIGHBOURHOOD, SituationScope.AREA));

    public CorrelationSettings {
        Objects.requireNonNull(window, "window");
        scopes = Set.copyOf(scopes);
        if (window.isNegative() || !(areaRadius >= 0) || areaMinimum < 2) {
            throw new IllegalArgumentException("A window and a radius are not negative, and an area has two places or more");
        }
    }
}
