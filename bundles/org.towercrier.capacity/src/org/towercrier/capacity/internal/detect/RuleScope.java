package org.towercrier.capacity.internal.detect;

import java.util.Set;

import org.towercrier.capacity.internal.series.MeasuredObject;

/**
 * Which objects a rule applies to: those that fit every list that is not empty.
 *
 * @param technologies literals of technologies
 * @param scenarios    literals of coverage scenarios
 * @param regions      ids or names of regions
 * @param cells        ids of cells or names of objects
 */
public record RuleScope(Set<String> technologies, Set<String> scenarios, Set<String> regions, Set<String> cells) {

    /** All objects. */
    public static final RuleScope ALL = new RuleScope(Set.of(), Set.of(), Set.of(), Set.of());

    public RuleScope {
        technologies = Set.copyOf(technologies);
        scenarios = Set.copyOf(scenarios);
        regions = Set.copyOf(regions);
        cells = Set.copyOf(cells);
    }

    /** Whether an object belongs to it. */
    public boolean contains(MeasuredObject object) {
        return (technologies.isEmpty() || technologies.contains(object.technology()))
                && (scenarios.isEmpty() || scenarios.contains(object.scenario()))
                && (regions.isEmpty() || object.regions().stream().anyMatch(regions::contains))
                && (cells.isEmpty() || cells.contains(object.cell()) || cells.contains(object.name()));
    }
}
