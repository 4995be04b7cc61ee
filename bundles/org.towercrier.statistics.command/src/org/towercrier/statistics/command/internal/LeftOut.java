package org.towercrier.statistics.command.internal;

import java.util.ArrayList;
import java.util.List;

import org.towercrier.command.CommandContext;

/** Rows that an analysis could not use, and why: they are counted and said. */
final class LeftOut {

    static final String RAGGED = "ragged";
    static final String HEADER = "header";
    static final String BLANK = "blank";
    static final String OTHER = "other";

    /** @param firstLine line of the first of the rows, 0 when unknown */
    record Reason(String column, String reason, long rows, long firstLine) {
    }

    private final List<Reason> reasons = new ArrayList<>();

    void add(String column, String reason, long rows, long firstLine) {
        if (rows > 0) {
            reasons.add(new Reason(column, reason, rows, firstLine));
        }
    }

    /** Counts the rows without a value in a column and takes them out of those in use. */
    void blanks(Input input, String column, double[] values, boolean[] used) {
        long count = 0;
        long first = 0;
        for (int row = 0; row < used.length; row++) {
            if (used[row] && Double.isNaN(values[row])) {
                used[row] = false;
                first = count++ == 0 ? input.line(row) : first;
            }
        }
        add(column, BLANK, count, first);
    }

    /** As {@link #blanks}, for values by their number, negative for none. */
    void blanks(Input input, String column, int[] codes, boolean[] used) {
        long count = 0;
        long first = 0;
        for (int row = 0; row < used.length; row++) {
            if (used[row] && codes[row] < 0) {
                used[row] = false;
                first = count++ == 0 ? input.line(row) : first;
            }
        }
        add(column, BLANK, count, first);
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    /** Says it on standard error. */
    void tell(CommandContext context) {
        for (Reason reason : reasons) {
            context.err().println(context.messages().text("Table_LeftOut_" + reason.reason(), reason.rows(), reason.column(),
                    String.valueOf(reason.firstLine())));
        }
    }
}
