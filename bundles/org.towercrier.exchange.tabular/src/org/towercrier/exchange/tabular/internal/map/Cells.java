package org.towercrier.exchange.tabular.internal.map;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.exchange.tabular.internal.value.Blanks;

/** Makes readers for the cells of a table: a column, the feature it fills and how its texts become values. */
final class Cells {

    /** What share of the texts of a column must be readable before a name alone is believed. */
    private static final double CONVINCING = 0.9;

    /**
     * The cells under one column.
     *
     * @param column its position
     * @param name its name
     * @param reader reads what is not blank
     */
    record Cell(int column, String name, Values.Reader reader, Blanks blanks) {

        /** The value in a row, null for a blank. */
        Object value(Table row) throws BadValueException {
            String text = row.text(column).strip();
            return blanks.blank(text) ? null : reader.read(text, name);
        }
    }

    private final Columns columns;
    private final Sample sample;
    private final NumberColumns numbers;
    private final Blanks blanks;
    private final ImportContext context;

    Cells(Columns columns, Sample sample, NumberColumns numbers, Blanks blanks, ImportContext context) {
        this.columns = columns;
        this.sample = sample;
        this.numbers = numbers;
        this.blanks = blanks;
        this.context = context;
    }

    Columns columns() {
        return columns;
    }

    Blanks blanks() {
        return blanks;
    }

    /** The reader of a column for a feature; empty when the file has no such column. */
    Optional<Cell> cell(String name, EStructuralFeature feature, Column meaning) throws ImportRefusedException {
        OptionalInt at = columns.find(name);
        return at.isEmpty() ? Optional.empty() : Optional.of(cell(at.getAsInt(), feature, meaning));
    }

    /** The reader of a column at a position. */
    Cell cell(int index, EStructuralFeature feature, Column meaning) throws ImportRefusedException {
        Values.Reader reader = Values.reader(feature, meaning, text -> numbers.number(text, index), texts(index), context.zone(),
                context.now());
        return new Cell(index, columns.header().get(index), reader, blanks);
    }

    /** The number in a column of a row, as the column writes numbers. */
    double number(String text, int column) throws BadValueException {
        return numbers.number(text, column);
    }

    /** The texts at the beginning of a column that are not blank. */
    List<String> texts(int index) {
        return sample.rows().stream().map(row -> row[index]).filter(text -> text != null && !blanks.blank(text)).toList();
    }

    /** Do the texts of a column bear out what its name promises? */
    boolean convincing(int index, EStructuralFeature feature, Column meaning) {
        List<String> texts = texts(index);
        try {
            Cell cell = cell(index, feature, meaning);
            long good = texts.stream().filter(text -> readable(cell, text)).count();
            return good >= CONVINCING * texts.size();
        } catch (ImportRefusedException unreadable) {
            // a unit or a date that cannot be decided makes the column one of those that are kept as they are
            return false;
        }
    }

    private static boolean readable(Cell cell, String text) {
        try {
            cell.reader().read(text.strip(), cell.name());
            return true;
        } catch (BadValueException bad) {
            return false;
        }
    }
}
