package org.towercrier.planning.internal.frequency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The assignments that are bred from: good ones that differ. No two cost the same, since those that do are mostly the same but for units that do not
 * matter, and would soon be all there is. Safe for use by several threads.
 */
final class Pool {

    private static final double SAME = 1e-9;

    /** An assignment and what it costs. */
    record Member(int[] choices, double cost) {

        private boolean isLike(double other) {
            return Math.abs(cost - other) <= SAME * Math.max(1, Math.abs(cost));
        }
    }

    private final int largest;
    private final List<Member> members = new ArrayList<>();
    private final List<Member> earlier = new ArrayList<>();
    private int most;
    private int idle;
    private boolean visited;

    /**
     * @param first
     *            members at first: a small pool soon has something good
     * @param largest
     *            members after renewals: a large one has something better in the end
     */
    Pool(int first, int largest) {
        this.most = first;
        this.largest = largest;
    }

    synchronized int size() {
        return members.size();
    }

    synchronized boolean full() {
        return members.size() >= most;
    }

    /** Offers in a row that were not taken, for each member. */
    synchronized double idle() {
        return (double) idle / most;
    }

    /** Members by chance, all different. */
    synchronized List<Member> draw(int number, RandomGenerator random) {
        List<Member> left = new ArrayList<>(members);
        List<Member> drawn = new ArrayList<>();
        while (drawn.size() < number && !left.isEmpty()) {
            drawn.add(left.remove(random.nextInt(left.size())));
        }
        return drawn;
    }

    /**
     * Takes an assignment in when it costs less than the dearest of its parents, in whose place it comes so that other families stay; one without parents
     * in the pool comes in the place of the dearest of all. Whether it was taken.
     */
    synchronized boolean add(Member member, List<Member> parents) {
        if (members.stream().anyMatch(other -> other.isLike(member.cost()))) {
            idle++;
            return false;
        }
        if (members.size() < most) {
            members.add(member);
            idle = 0;
            return true;
        }
        int place = dearest(parents).orElseGet(() -> dearest(members).orElseThrow());
        if (member.cost() > members.get(place).cost()) {
            idle++;
            return false;
        }
        members.set(place, member);
        idle = 0;
        return true;
    }

    private OptionalInt dearest(List<Member> among) {
        return IntStream.range(0, members.size()).filter(i -> among.contains(members.get(i))).boxed()
                .max(Comparator.comparingDouble(i -> members.get(i).cost())).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** When nothing new comes: the best of earlier pools join, and when they are in already, all begins anew with a larger pool. */
    synchronized void renew() {
        idle = 0;
        members.sort(Comparator.comparingDouble(Member::cost));
        if (visited || earlier.isEmpty()) {
            remember(members.getFirst());
            members.clear();
            visited = false;
            most = Math.min(largest, 2 * most);
        } else {
            while (members.size() > Math.max(1, most - earlier.size())) {
                members.removeLast();
            }
            for (Member member : earlier) {
                if (members.stream().noneMatch(other -> other.isLike(member.cost()))) {
                    members.add(member);
                }
            }
            visited = true;
        }
    }

    private void remember(Member best) {
        if (earlier.stream().noneMatch(other -> other.isLike(best.cost()))) {
            earlier.add(best);
        }
        earlier.sort(Comparator.comparingDouble(Member::cost));
        while (earlier.size() > largest / 2) {
            earlier.removeLast();
        }
    }
}
