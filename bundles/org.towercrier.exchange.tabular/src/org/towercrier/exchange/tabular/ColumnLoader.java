package org.towercrier.exchange.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;
import org.towercrier.exchange.tabular.internal.value.NumberDecision;
import org.towercrier.exchange.tabular.internal.value.NumberEvidence;

/** Reads columns of a table; each different value of a column is kept once, however many rows have it. */
final class ColumnLoader {

    /** Rows of which all columns are looked at for decimal marks, as those asked for may prove nothing. */
    private static final int EVIDENCE_ROWS = 2000;
    private static final int TELL_EVERY = 8192;

    private final TableSource source;
    private final String decimal;
    private final int[] positions;
    private final List<Growing> growing = new ArrayList<>();
    private long[] lines = new long[1024];
    private int count;

    ColumnLoader(TableSource source, String decimal, int[] positions) {
        this.source = source;
        this.decimal = decimal;
        this.positions = positions;
        for (int position : positions) {
            growing.add(new Growing(position));
        }
    }

    /** A column while it is read. */
    private static final class Growing {

        private final int position;
        private final Map<String, Integer> plain = new HashMap<>();
        private final Map<String, Integer> typed = new HashMap<>();
        private final List<String> values = new ArrayList<>();
        private final List<Boolean> types = new ArrayList<>();
        private int[] codes = new int[1024];
        private int last = -1;

        Growing(int position) {
            this.position = position;
        }

        void add(Table row, int at) {
            if (at == codes.length) {
                codes = Arrays.copyOf(codes, at * 2);
            }
            codes[at] = code(row.text(position), row.typed(position));
        }

        private int code(String text, boolean isTyped) {
            // runs of one value are common
            if (last >= 0 && types.get(last) == isTyped && values.get(last).equals(text)) {
                return last;
            }
            Map<String, Integer> known = isTyped ? typed : plain;
            Integer code = known.get(text);
            if (code == null) {
                code = values.size();
                values.add(text.strip());
                types.add(isTyped);
                known.put(text, code);
            }
            last = code;
            return code;
        }
    }

    TableRows load(LongConsumer progress) throws IOException, ImportRefusedException {
        long ragged = 0;
        long firstRagged = 0;
        long repeated = 0;
        try (Table table = source.open()) {
            int width = table.header().size();
            NumberEvidence[] evidence = new NumberEvidence[width];
            Arrays.setAll(evidence, i -> new NumberEvidence());
            while (table.next()) {
                if (table.rectangular() && table.width() != width) {
                    firstRagged = ragged++ == 0 ? table.line() : firstRagged;
                } else if (repeatsHeader(table)) {
                    repeated++;
                } else {
                    if (count < EVIDENCE_ROWS) {
                        gather(table, evidence);
                    }
                    add(table);
                    if (count % TELL_EVERY == 0) {
                        progress.accept(count);
                    }
                }
            }
            return new TableRows(columns(table.header(), evidence), Arrays.copyOf(lines, count), ragged, firstRagged, repeated);
        }
    }

    private void add(Table table) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, count * 2);
        }
        for (Growing column : growing) {
            column.add(table, count);
        }
        lines[count++] = table.line();
    }

    private static boolean repeatsHeader(Table table) {
        List<String> header = table.header();
        for (int i = 0; i < header.size(); i++) {
            if (!header.get(i).equals(table.text(i).strip())) {
                return false;
            }
        }
        return !header.isEmpty();
    }

    private static void gather(Table table, NumberEvidence[] evidence) {
        for (int i = 0; i < evidence.length; i++) {
            if (!table.typed(i)) {
                evidence[i].add(table.text(i));
            }
        }
    }

    private List<TableColumn> columns(List<String> header, NumberEvidence[] evidence) {
        for (Growing column : growing) {
            NumberEvidence whole = new NumberEvidence();
            for (int i = 0; i < column.values.size(); i++) {
                if (!column.types.get(i)) {
                    whole.add(column.values.get(i));
                }
            }
            evidence[column.position] = whole;
        }
        NumberDecision[] decisions = NumberDecision.of(evidence);
        long[] where = Arrays.copyOf(lines, count);
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            Growing column = growing.get(i);
            boolean[] types = new boolean[column.values.size()];
            for (int v = 0; v < types.length; v++) {
                types[v] = column.types.get(v);
            }
            NumberDecision decision = switch (decimal) {
                case "," -> NumberDecision.COMMA;
                case "." -> NumberDecision.POINT;
                default -> decisions[column.position];
            };
            columns.add(new TableColumn(header.get(column.position), column.values, types, Arrays.copyOf(column.codes, count), where,
                    decision));
        }
        return columns;
    }
}
