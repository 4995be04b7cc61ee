package org.towercrier.expansion.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.areas.CellPeople;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.PlanRequest.Weights;

/** What one Mbit/s relieved in a cell is worth; 1 in the cell that counts most, so that weighted relief never exceeds relief. */
final class Worth {

    private Worth() {
    }

    static Map<String, Double> of(Collection<CellState> needy, Map<String, CellPeople> people, Weights weights) {
        double mostPeople = most(people.values().stream().mapToDouble(CellPeople::people).toArray());
        double mostRisk = most(people.values().stream().mapToDouble(CellPeople::spendAtRisk).toArray());
        double mostGroups = most(people.values().stream().mapToDouble(Worth::members).toArray());
        Map<String, Double> worth = new HashMap<>();
        for (CellState cell : needy) {
            CellPeople here = people.getOrDefault(cell.id(), CellPeople.none(cell.id()));
            double value = 1 + weights.people() * here.people() / mostPeople + weights.spendAtRisk() * here.spendAtRisk() / mostRisk
                    + weights.groups() * members(here) / mostGroups;
            double factor = cell.scenario().map(scenario -> weights.scenarios().getOrDefault(scenario.getLiteral(), 1.0)).orElse(1.0);
            double raw = value * factor;
            worth.put(cell.id(), raw);
        }
        double greatest = most(worth.values().stream().mapToDouble(Double::doubleValue).toArray());
        worth.replaceAll((cell, raw) -> raw / greatest);
        return worth;
    }

    private static double members(CellPeople people) {
        List<CellPeople.Group> groups = people.groups();
        return groups.stream().mapToLong(CellPeople.Group::peopleHere).sum();
    }

    /** At least a little, so that it can be divided by. */
    private static double most(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most > 0 ? most : 1;
    }
}
