package org.towercrier.capacity.internal.situation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.model.alarm.SituationScope;

/** Which alarms have been joined to which, by their index in canonical order; a set's representative is its first alarm. */
final class Joins {

    /**
     * Why an alarm was joined.
     *
     * @param scope what they have in common
     * @param to    index of the alarm it was joined to
     */
    record Link(SituationScope scope, int to) {
    }

    private final int[] parent;
    private final Link[] links;

    Joins(int size) {
        parent = new int[size];
        links = new Link[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    int size() {
        return parent.length;
    }

    /** The first alarm of the set. */
    int find(int alarm) {
        int root = alarm;
        while (parent[root] != root) {
            root = parent[root];
        }
        int walk = alarm;
        while (parent[walk] != root) {
            int next = parent[walk];
            parent[walk] = root;
            walk = next;
        }
        return root;
    }

    /** Joins the sets of two alarms, which have something in common. */
    void join(int a, int b, SituationScope scope) {
        int first = find(a);
        int second = find(b);
        if (first == second) {
            return;
        }
        int later = Math.max(first, second);
        parent[later] = Math.min(first, second);
        int member = later == first ? a : b;
        int other = member == a ? b : a;
        relink(member, later, new Link(scope, other));
    }

    /** The set of {@code root} hangs on {@code member} now: the reasons between the two are turned round. */
    private void relink(int member, int root, Link link) {
        Link carried = link;
        int at = member;
        while (true) {
            Link old = links[at];
            links[at] = carried;
            if (at == root || old == null) {
                return;
            }
            carried = new Link(old.scope(), at);
            at = old.to();
        }
    }

    /** Why an alarm is in its set; empty for the first one. */
    Optional<Link> link(int alarm) {
        return Optional.ofNullable(links[alarm]);
    }

    /** The sets, each in canonical order, in the order of their first alarms. */
    List<List<Integer>> sets() {
        List<List<Integer>> byRoot = new ArrayList<>();
        int[] position = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            int root = find(i);
            if (root == i) {
                position[i] = byRoot.size();
                byRoot.add(new ArrayList<>());
            }
            byRoot.get(position[root]).add(i);
        }
        return byRoot;
    }
}
