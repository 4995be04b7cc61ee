package org.towercrier.statistics.command.internal;

import java.util.Comparator;
import java.util.List;

import org.towercrier.exchange.tabular.TableColumn;

/** The different values of a column in the order of people: numbers by their size, words by the alphabet. */
final class Groups {

    private Groups() {
    }

    static List<String> of(TableColumn column) {
        List<String> values = column.values();
        boolean plain = values.stream().allMatch(value -> value.matches("[-+]?\\d+(\\.\\d+)?"));
        return values.stream().sorted(plain ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder()).toList();
    }
}
