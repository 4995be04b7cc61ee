package org.towercrier.planning.internal.frequency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** The assignments that are bred from: good ones that differ. Safe for use by several threads. */
final class Pool {

    private static final double ALIKE = 0.05;

    /** An assignment and what it costs. */
    record Member(int[] choices, double cost) {
    }

    private final int most;
    private final List<Member> members = new ArrayList<>();
    private final List<Member> earlier = new ArrayList<>();
    private boolean visited;

    Pool(int most) {
        this.most = most;
    }

    synchronized int size() {
        return members.size();
    }

    synchronized boolean full() {
        return members.size() >= most;
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

    /** Takes an assignment in when it is better than one that is alike, or than the worst. Whether it was taken. */
    synchronized boolean add(int[] choices, double cost) {
        int alike = -1;
        int worst = 0;
        for (int i = 0; i < members.size(); i++) {
            if (distance(members.get(i).choices(), choices) <= ALIKE * choices.length) {
                alike = alike < 0 || members.get(i).cost() < members.get(alike).cost() ? i : alike;
            }
            worst = members.get(i).cost() > members.get(worst).cost() ? i : worst;
        }
        Member member = new Member(choices, cost);
        if (alike >= 0) {
            boolean same = Arrays.equals(members.get(alike).choices(), choices);
            if (same || cost > members.get(alike).cost()) {
                return false;
            }
            members.set(alike, member);
        } else if (members.size() < most) {
            members.add(member);
        } else if (cost < members.get(worst).cost()) {
            members.set(worst, member);
        } else {
            return false;
        }
        return true;
    }

    private static int distance(int[] one, int[] other) {
        int distance = 0;
        for (int i = 0; i < one.length; i++) {
            distance += one[i] == other[i] ? 0 : 1;
        }
        return distance;
    }

    /** When nothing new comes: the best of earlier pools join, and when they are in already, all begins anew. */
    synchronized void renew() {
        Member best = members.stream().min(Comparator.comparingDouble(Member::cost)).orElseThrow();
        if (visited || earlier.isEmpty()) {
            earlier.add(best);
            earlier.sort(Comparator.comparingDouble(Member::cost));
            while (earlier.size() > most / 2) {
                earlier.removeLast();
            }
            members.clear();
            visited = false;
        } else {
            members.sort(Comparator.comparingDouble(Member::cost));
            while (members.size() + earlier.size() > most) {
                members.removeLast();
            }
            members.addAll(earlier);
            visited = true;
        }
    }
}
