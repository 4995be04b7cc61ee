package org.towercrier.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.fixture.SharedData;

/** Public data sets beside the repository; tests that need one are skipped where they are absent. */
public final class Reference {

    private final Map<String, String[]> columns = new LinkedHashMap<>();
    private final int rows;

    private Reference(List<String[]> lines) {
        rows = lines.size() - 1;
        String[] header = lines.get(0);
        for (int j = 0; j < header.length; j++) {
            int column = j;
            columns.put(header[j], lines.stream().skip(1).map(line -> column < line.length ? line[column] : "").toArray(String[]::new));
        }
    }

    /** A file of plain comma-separated values, by its path below the data folder. */
    public static Reference of(String relative) throws IOException {
        Path file = SharedData.path(relative);
        return new Reference(Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(line -> line.split(",", -1)).toList());
    }

    public int rows() {
        return rows;
    }

    public String[] text(String column) {
        String[] values = columns.get(column);
        if (values == null) {
            throw new IllegalArgumentException("No column " + column + " in " + columns.keySet());
        }
        return values;
    }

    /** Numbers, NaN for a blank. */
    public double[] number(String column) {
        return Arrays.stream(text(column)).mapToDouble(value -> value.isBlank() ? Double.NaN : Double.parseDouble(value)).toArray();
    }

    /** Does the column hold that word? */
    public boolean[] is(String column, String word) {
        String[] values = text(column);
        boolean[] result = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i].equals(word);
        }
        return result;
    }

    /** Number of each value, in order of first appearance of the values in the list. */
    public int[] codes(String column, List<String> values) {
        return Arrays.stream(text(column)).mapToInt(values::indexOf).toArray();
    }

    /** Different values, sorted. */
    public List<String> values(String column) {
        return new ArrayList<>(new java.util.TreeSet<>(Arrays.asList(text(column))));
    }
}
