package org.towercrier.capacity.internal.situation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.situation.Decision;
import org.towercrier.model.alarm.DecisionKind;

/** The decisions that hold, in terms of the alarms that are there. The latest one about a pair of alarms wins. */
final class Wishes {

    /** To be with the anchor, or apart from it. */
    record Wish(int anchor, long decision) {
    }

    private final Map<Integer, Wish> together = new HashMap<>();
    private final Map<Integer, List<Wish>> apart = new HashMap<>();

    /**
     * @param points     the alarms in canonical order
     * @param decisions  what people decided
     * @param identities of alarms that decisions name, whether or not they are among the points
     */
    Wishes(List<Point> points, List<Decision> decisions, Map<String, AlarmIdentity> identities) {
        Map<String, Integer> byId = new HashMap<>();
        Map<AlarmIdentity, List<Integer>> byIdentity = new HashMap<>();
        for (int i = 0; i < points.size(); i++) {
            byId.put(points.get(i).id(), i);
            byIdentity.computeIfAbsent(points.get(i).identity(), key -> new ArrayList<>()).add(i);
        }
        decisions.stream().filter(Decision::holds).sorted(Comparator.comparingLong(Decision::id)).forEach(decision -> {
            List<Integer> alarms = matching(decision.alarm(), decision.always(), byId, byIdentity, identities);
            List<Integer> anchors = matching(decision.anchor(), decision.always(), byId, byIdentity, identities);
            for (int alarm : alarms) {
                enter(decision, alarm, anchors);
            }
        });
    }

    private static List<Integer> matching(String alarm, boolean always, Map<String, Integer> byId,
            Map<AlarmIdentity, List<Integer>> byIdentity, Map<String, AlarmIdentity> identities) {
        List<Integer> same = always ? Optional.ofNullable(identities.get(alarm)).map(byIdentity::get).orElse(List.of()) : List.of();
        return !same.isEmpty() ? same : Optional.ofNullable(byId.get(alarm)).map(List::of).orElse(List.of());
    }

    private void enter(Decision decision, int alarm, List<Integer> anchors) {
        if (decision.kind() == DecisionKind.TOGETHER) {
            anchors.stream().filter(anchor -> anchor != alarm).max(Comparator.naturalOrder())
                    .ifPresent(anchor -> together.put(alarm, new Wish(anchor, decision.id())));
            return;
        }
        for (int anchor : anchors) {
            if (anchor != alarm) {
                apart.computeIfAbsent(alarm, key -> new ArrayList<>()).add(new Wish(anchor, decision.id()));
                if (Optional.ofNullable(together.get(alarm)).filter(wish -> wish.anchor() == anchor).isPresent()) {
                    together.remove(alarm);
                }
            }
        }
    }

    /** Where a person put the alarm. */
    Optional<Wish> together(int alarm) {
        return Optional.ofNullable(together.get(alarm));
    }

    /** The alarms that people put somewhere. */
    Set<Integer> moved() {
        return Set.copyOf(together.keySet());
    }

    /** The alarm at the end of the chain of wishes; in a circle its first alarm, which then stays where it is. */
    int anchor(int alarm) {
        Set<Integer> seen = new HashSet<>();
        int at = alarm;
        while (together.containsKey(at) && seen.add(at)) {
            at = together.get(at).anchor();
        }
        if (!together.containsKey(at)) {
            return at;
        }
        int first = at;
        int walk = together.get(at).anchor();
        while (walk != at) {
            first = Math.min(first, walk);
            walk = together.get(walk).anchor();
        }
        return first;
    }

    /** Whether the alarm may not be in a set with the others, some of which people do not want it to be with. */
    boolean unwanted(int alarm, Set<Integer> others) {
        long put = together(alarm).map(Wish::decision).orElse(0L);
        return apart.getOrDefault(alarm, List.of()).stream()
                .anyMatch(wish -> others.contains(wish.anchor()) && wish.decision() > put);
    }
}
