package org.towercrier.planning.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.planning.FacilityLocation;
import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.GraphColouring;
import org.towercrier.planning.PMedian;
import org.towercrier.planning.Problem;
import org.towercrier.planning.SitePlanning;

/**
 * Solutions for scripts. Things are called as in the files: vertices from 1, warehouses and customers, which have no numbers there, from 0 as in the
 * OR-Library's own solutions, links by their names.
 */
final class SolutionDocument {

    private SolutionDocument() {
    }

    static Map<String, Object> of(Problem<?> problem, Object solution) {
        Map<String, Object> document = new LinkedHashMap<>();
        switch (solution) {
            case FacilityLocation.Plan plan -> {
                document.put("base", 0);
                document.put("open", plan.open());
                document.put("shares",
                        plan.shares().stream().map(share -> List.of(share.customer(), share.facility(), share.share())).toList());
            }
            case PMedian.Plan plan -> {
                document.put("base", 1);
                document.put("medians", plan.places().stream().map(place -> place + 1).toList());
                document.put("servedBy", plan.servedBy().stream().map(place -> place + 1).toList());
            }
            case GraphColouring.Colours colours -> {
                document.put("base", 1);
                document.put("colours", colours.of().stream().map(colour -> colour + 1).toList());
            }
            case FrequencyAssignment.Plan plan -> frequencies((FrequencyAssignment) problem, plan, document);
            case SitePlanning.Plan plan -> sites((SitePlanning) problem, plan, document);
            default -> document.put("text", solution.toString());
        }
        return document;
    }

    private static void frequencies(FrequencyAssignment problem, FrequencyAssignment.Plan plan, Map<String, Object> document) {
        Map<String, Integer> frequencies = new LinkedHashMap<>();
        for (int i = 0; i < problem.links().size(); i++) {
            frequencies.put(problem.links().get(i).id(), plan.frequencies().get(i));
        }
        document.put("goal", problem.goal());
        document.put("frequencies", frequencies);
    }

    private static void sites(SitePlanning problem, SitePlanning.Plan plan, Map<String, Object> document) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int kind = 0; kind < problem.kinds().size(); kind++) {
            int wanted = kind;
            counts.put(problem.kinds().get(kind).name(), plan.sites().stream().filter(site -> site.kind() == wanted).count());
        }
        document.put("covered", problem.covered(plan));
        document.put("counts", counts);
        document.put("sites",
                plan.sites().stream().map(site -> Map.of("x", site.x(), "y", site.y(), "kind", problem.kinds().get(site.kind()).name()))
                        .toList());
    }
}
