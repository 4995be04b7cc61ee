package org.towercrier.exchange.internal.verify;

import java.util.Map;
import java.util.TreeMap;

/**
 * The values of a file of performance measurements by object, measurement, begin and length of the period. Of a value that a file states twice the
 * first counts.
 */
final class PmReading {

    private static final String BETWEEN = " | ";

    private final Map<String, String> values = new TreeMap<>();

    void number(String object, String measurement, long startMicros, int seconds, double value) {
        values.putIfAbsent(key(object, measurement, startMicros, seconds), Double.toString(value));
    }

    void text(String object, String measurement, long startMicros, int seconds, String value) {
        values.putIfAbsent(key(object, measurement, startMicros, seconds), '"' + value + '"');
    }

    private static String key(String object, String measurement, long startMicros, int seconds) {
        return String.join(BETWEEN, object, measurement, Long.toString(startMicros), Integer.toString(seconds));
    }

    int size() {
        return values.size();
    }

    /** How many values of this reading the other one lacks or has otherwise. */
    int notIn(PmReading other) {
        return (int) values.entrySet().stream().filter(entry -> !entry.getValue().equals(other.values.get(entry.getKey()))).count();
    }

    /** How many values only one of the two has, or both have otherwise. */
    int differences(PmReading other) {
        int missingHere = (int) other.values.keySet().stream().filter(key -> !values.containsKey(key)).count();
        return notIn(other) + missingHere;
    }
}
