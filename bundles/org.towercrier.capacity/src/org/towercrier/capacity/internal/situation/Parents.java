package org.towercrier.capacity.internal.situation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.towercrier.capacity.situation.CauseRule;

/**
 * Which member stands for the others: of those in the list the one that causes most of the others by the rules people adopted,
 * and that no other causes; else the one that was raised first.
 */
final class Parents {

    private final Map<String, Set<String>> effects;

    Parents(List<CauseRule> rules) {
        effects = rules.stream().filter(CauseRule::holds)
                .collect(Collectors.groupingBy(CauseRule::cause, Collectors.mapping(CauseRule::effect, Collectors.toSet())));
    }

    /** The parent among members in canonical order. */
    int of(List<Integer> members, List<Point> points) {
        List<Integer> listed = members.stream().filter(member -> points.get(member).listed()).toList();
        List<Integer> candidates = listed.isEmpty() ? members : listed;
        Map<String, Long> problems = candidates.stream()
                .collect(Collectors.groupingBy(member -> points.get(member).problem(), Collectors.counting()));
        Set<String> caused = new HashSet<>();
        problems.keySet().forEach(problem -> caused.addAll(effects.getOrDefault(problem, Set.of())));
        Comparator<Integer> causesMost = Comparator.comparingLong(member -> -explained(points.get(member).problem(), caused, problems));
        return candidates.stream().min(causesMost.thenComparing(Comparator.naturalOrder())).orElseThrow();
    }

    /** How many members a problem explains; none when another member explains it. */
    private long explained(String problem, Set<String> caused, Map<String, Long> problems) {
        if (caused.contains(problem)) {
            return 0;
        }
        return effects.getOrDefault(problem, Set.of()).stream().mapToLong(effect -> problems.getOrDefault(effect, 0L)).sum();
    }
}
