package org.towercrier.exchange.tabular.internal.verify;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows of a table below its header by the plainest of means: lines cut at the commas outside quotes. It shares no code with the importer on purpose: it
 * is what the importer is compared with.
 */
record PlainTable(List<String[]> rows) {

    private static final String COMMA = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    static PlainTable of(Path file, Charset charset) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, charset)) {
            lines.skip(1).filter(line -> !line.isBlank()).forEach(line -> rows.add(line.split(COMMA, -1)));
        }
        return new PlainTable(rows);
    }

    /** Sum of a column of numbers, 0 first, without rounding errors of its own. */
    double sum(int column) {
        return rows.stream().map(row -> new BigDecimal(row[column])).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    }

    /** How many different values a column has. */
    int different(int column) {
        Set<String> values = new HashSet<>();
        rows.forEach(row -> values.add(row[column]));
        return values.size();
    }

    /** How many rows have a value in a column. */
    long with(int column, String value) {
        return rows.stream().filter(row -> row[column].equals(value)).count();
    }
}
