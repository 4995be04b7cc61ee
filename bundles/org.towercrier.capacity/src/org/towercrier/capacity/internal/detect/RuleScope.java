package org.towercrier.capacity.internal.detect;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.model.alarm.Scope;

/**
 * Which objects a rule applies to: those that fit every list that is not empty.
 *
 * @param technologies literals of technologies
 * @param scenarios    literals of coverage scenarios
 * @param regions      ids or names of regions
 * @param sites        ids or names of sites
 * @param sectors      physical sectors
 * @param cells        ids of cells or names of objects
 */
public record RuleScope(Set<String> technologies, Set<String> scenarios, Set<String> regions, Set<String> sites, Set<String> sectors,
        Set<String> cells) {

    /** All objects. */
    public static final RuleScope ALL = new RuleScope(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public RuleScope {
        technologies = Set.copyOf(technologies);
        scenarios = Set.copyOf(scenarios);
        regions = Set.copyOf(regions);
        sites = Set.copyOf(sites);
        sectors = Set.copyOf(sectors);
        cells = Set.copyOf(cells);
    }

    /** The scope of the model; absent, {@code null}, means all objects. */
    public static RuleScope of(Scope scope) {
        if (scope == null) {
            return ALL;
        }
        return new RuleScope(literals(scope.getTechnologies()), literals(scope.getScenarios()), Set.copyOf(scope.getRegions()),
                Set.copyOf(scope.getSites()), Set.copyOf(scope.getSectors()), Set.copyOf(scope.getCells()));
    }

    private static Set<String> literals(List<? extends Enumerator> enums) {
        return enums.stream().map(Enumerator::getLiteral).collect(Collectors.toSet());
    }

    /** Whether an object belongs to it. */
    public boolean contains(MeasuredObject object) {
        return (technologies.isEmpty() || technologies.contains(object.technology()))
                && (scenarios.isEmpty() || scenarios.contains(object.scenario()))
                && (regions.isEmpty() || !Collections.disjoint(regions, object.location().regions()))
                && (sites.isEmpty() || !Collections.disjoint(sites, object.location().sites()))
                && (sectors.isEmpty() || sectors.contains(object.location().sector()))
                && (cells.isEmpty() || cells.contains(object.cell()) || cells.contains(object.name()));
    }
}
