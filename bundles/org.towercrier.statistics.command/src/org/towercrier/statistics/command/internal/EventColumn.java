package org.towercrier.statistics.command.internal;

import java.util.List;
import java.util.Optional;

import org.towercrier.command.CommandContext;
import org.towercrier.command.UsageException;
import org.towercrier.exchange.tabular.TableColumn;

/**
 * The column that says whether the event happened.
 *
 * @param column its name
 * @param value the value that means the event; empty for yes and no in words or figures
 */
record EventColumn(String column, Optional<String> value) {

    /** By {@code COL}, or by {@code COL=VALUE} when there is no column of that name. */
    static EventColumn named(Input input, String text, Optional<String> value) {
        int at = text.lastIndexOf('=');
        if (!input.has(text) && at > 0 && input.has(text.substring(0, at))) {
            return new EventColumn(input.column(text.substring(0, at)), value.or(() -> Optional.of(text.substring(at + 1).strip())));
        }
        return new EventColumn(input.column(text), value);
    }

    /** Are the values 1 and 2, as older survival files have them? Then 2 is the event and 1 is not. */
    private static boolean oneAndTwo(TableColumn column) {
        List<String> values = column.values();
        return !values.isEmpty() && values.contains("2") && values.stream().allMatch(value -> value.equals("1") || value.equals("2"));
    }

    /** 1 where it happened, 0 where not, NaN where nothing is said. */
    double[] read(Input input, CommandContext context) {
        TableColumn cells = input.get(column);
        Optional<String> wanted = value.isEmpty() && oneAndTwo(cells) ? Optional.of("2") : value;
        if (wanted.isEmpty()) {
            if (!cells.truths() && cells.values().size() > 0) {
                context.err().println(context.messages().text("Survival_EventHint", column));
            }
            return input.truth(column);
        }
        if (value.isEmpty()) {
            context.err().println(context.messages().text("Survival_OneAndTwo", column));
        }
        String event = wanted.get();
        List<String> matching = cells.values().stream().filter(each -> each.equalsIgnoreCase(event)).toList();
        if (matching.isEmpty()) {
            List<String> there = Groups.of(cells);
            throw new UsageException(context.messages().text("Survival_NoSuchEvent", column, event,
                    String.join(", ", there.subList(0, Math.min(20, there.size())))));
        }
        double[] result = new double[cells.rows()];
        for (int row = 0; row < result.length; row++) {
            result[row] = cells.blank(row) ? Double.NaN : cells.text(row).equalsIgnoreCase(event) ? 1 : 0;
        }
        return result;
    }
}
