package org.towercrier.exchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers of managed objects. New names get numbers while files are read; only those that an accepted file uses are to be stored.
 */
final class ObjectDictionary {

    private final Map<String, Integer> numbers;
    private final int firstNew;
    private int next;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, String> reverse = new HashMap<>();
    private final Map<Integer, String> accepted = new LinkedHashMap<>();
    private Set<Integer> used = new LinkedHashSet<>();

    /** @param known names that the store has, with their numbers; taken over */
    ObjectDictionary(Map<String, Integer> known) {
        this.numbers = known;
        this.firstNew = known.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        this.next = firstNew;
    }

    int number(String name) {
        Integer known = numbers.get(name);
        if (known == null) {
            known = next++;
            numbers.put(name, known);
            names.put(known, name);
        }
        used.add(known);
        return known;
    }

    /** The file read is over: its new objects are to be stored if it is accepted. Returns the numbers it used. */
    List<Integer> endFile(boolean accept) {
        List<Integer> ids = new ArrayList<>(used);
        used = new LinkedHashSet<>();
        if (accept) {
            for (Integer id : ids) {
                if (id >= firstNew) {
                    accepted.put(id, names.get(id));
                }
            }
        }
        return ids;
    }

    /** The name of a number. */
    String name(int number) {
        if (reverse.isEmpty()) {
            numbers.forEach((name, id) -> reverse.put(id, name));
        }
        return reverse.getOrDefault(number, Integer.toString(number));
    }

    /** New objects of accepted files: number to name, in order of appearance. */
    Map<Integer, String> accepted() {
        return accepted;
    }
}
