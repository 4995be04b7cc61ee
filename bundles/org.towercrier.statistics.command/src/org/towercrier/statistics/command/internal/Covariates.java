package org.towercrier.statistics.command.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.command.CommandContext;
import org.towercrier.command.UsageException;
import org.towercrier.exchange.tabular.TableColumn;

/** Columns of a model: numbers as they are, words as one column of 0 and 1 for each value but the first, which the others are compared with. */
final class Covariates {

    /** More values than this are no category but an identity. */
    private static final int MOST_LEVELS = 60;

    private final List<String> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final Map<String, String> references = new LinkedHashMap<>();

    /** @param categorical columns whose numbers are names */
    static Covariates of(Input input, List<String> wanted, List<String> categorical, CommandContext context) {
        Covariates covariates = new Covariates();
        for (String name : wanted) {
            TableColumn column = input.get(name);
            if (column.numeric() && !categorical.contains(name)) {
                covariates.names.add(name);
                covariates.columns.add(input.numbers(name));
            } else {
                covariates.category(name, column, context);
            }
        }
        return covariates;
    }

    private void category(String name, TableColumn column, CommandContext context) {
        List<String> levels = Groups.of(column);
        if (levels.size() > MOST_LEVELS) {
            throw new UsageException(context.messages().text("Survival_Levels", name, levels.size(), MOST_LEVELS));
        }
        if (!levels.isEmpty()) {
            references.put(name, levels.get(0));
        }
        int[] codes = column.codes(levels);
        for (int level = 1; level < Math.max(2, levels.size()); level++) {
            double[] values = new double[codes.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = codes[row] < 0 ? Double.NaN : codes[row] == level ? 1 : 0;
            }
            names.add(level < levels.size() ? name + "=" + levels.get(level) : name);
            columns.add(values);
        }
    }

    List<String> names() {
        return names;
    }

    /** Each categorical column with the value the others are compared with. */
    Map<String, String> references() {
        return references;
    }

    /** Takes rows without a value out of use and counts them. */
    void blanks(Input input, List<String> wanted, LeftOut leftOut, boolean[] used) {
        for (String name : wanted) {
            int first = 0;
            while (!names.get(first).equals(name) && !names.get(first).startsWith(name + "=")) {
                first++;
            }
            leftOut.blanks(input, name, columns.get(first), used);
        }
    }

    /** Values of the given rows. */
    double[][] rows(int[] rows) {
        return columns.stream().map(column -> Rows.at(column, rows)).toArray(double[][]::new);
    }
}
