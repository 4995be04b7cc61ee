package org.towercrier.command;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table for a terminal: aligned columns, units in the heading, numbers to the right and in the user's format, wide
 * (Chinese) characters counted as two. Nothing is cut off; a column of long texts can be told to break them.
 */
public final class Table {

    /** What stands for an absent value. */
    public static final String ABSENT = "–";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private record Column(String label, boolean right, int digits, int most) {
    }

    private final Locale locale;
    private final ZoneId zone;
    private final List<Column> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();

    private Table(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** An empty table in the language, number format and time zone of the context. */
    public static Table in(CommandContext context) {
        return new Table(context.locale(), context.zone());
    }

    /** An empty table in that number format and time zone. */
    public static Table in(Locale locale, ZoneId zone) {
        return new Table(locale, zone);
    }

    /** Adds a column of text or times, to the left. */
    public Table text(String label) {
        columns.add(new Column(label, false, 0, Integer.MAX_VALUE));
        return this;
    }

    /** Adds a column of long text, to the left: broken between words into lines of at most that width. */
    public Table wrapped(String label, int most) {
        columns.add(new Column(label, false, 0, Math.max(most, width(label))));
        return this;
    }

    /**
     * Adds a column of numbers, to the right.
     *
     * @param unit
     *            shown in brackets after the label; empty for none
     * @param digits
     *            digits after the decimal sign
     */
    public Table number(String label, String unit, int digits) {
        columns.add(new Column(unit.isEmpty() ? label : label + " [" + unit + "]", true, digits, Integer.MAX_VALUE));
        return this;
    }

    /**
     * Adds a row: as many values as columns. {@code null}, an empty {@code Optional} and not-a-number are shown as
     * absent, instants as local time, numbers in the column's format, all else as text.
     *
     * @throws IllegalArgumentException
     *             when the number of values is not the number of columns
     */
    public Table row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        String[] cells = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            cells[i] = text(values[i], columns.get(i));
        }
        rows.add(cells);
        return this;
    }

    /** Number of rows so far. */
    public int size() {
        return rows.size();
    }

    /** Writes heading, a rule and all rows. */
    public void print(TextOutput out) {
        List<String[]> lines = rows.stream().flatMap(row -> lines(row).stream()).toList();
        int[] widths = new int[columns.size()];
        String[] heading = new String[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            heading[i] = columns.get(i).label();
            widths[i] = width(heading[i]);
            for (String[] line : lines) {
                widths[i] = Math.max(widths[i], width(line[i]));
            }
        }
        out.println(line(heading, widths));
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? "" : "  ").append("-".repeat(widths[i]));
        }
        out.println(rule.toString());
        for (String[] line : lines) {
            out.println(line(line, widths));
        }
    }

    /** The lines of a row: one, unless a text is to be broken. */
    private List<String[]> lines(String[] row) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < row.length; i++) {
            cells.add(broken(row[i], columns.get(i).most()));
            height = Math.max(height, cells.getLast().size());
        }
        List<String[]> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            String[] texts = new String[row.length];
            for (int i = 0; i < row.length; i++) {
                texts[i] = line < cells.get(i).size() ? cells.get(i).get(line) : "";
            }
            lines.add(texts);
        }
        return lines;
    }

    /** Breaks a text between its words; a word that is wider alone stays whole. */
    private static List<String> broken(String text, int most) {
        if (width(text) <= most) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String line(String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String padding = " ".repeat(widths[i] - width(cells[i]));
            line.append(i == 0 ? "" : "  ");
            line.append(columns.get(i).right() ? padding + cells[i] : cells[i] + padding);
        }
        return line.toString().stripTrailing();
    }

    private String text(Object value, Column column) {
        return switch (value) {
            case null -> ABSENT;
            case Optional<?> optional -> optional.isPresent() ? text(optional.get(), column) : ABSENT;
            case Number number when !Double.isFinite(number.doubleValue()) -> ABSENT;
            case Number number when column.right() -> number(number, column.digits());
            case Instant instant -> TIME.format(instant.atZone(zone));
            default -> value.toString().replaceAll("\\R", " ");
        };
    }

    private String number(Number number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /** Columns a text takes on a terminal. */
    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int codePoint) {
        int kind = Character.getType(codePoint);
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK || kind == Character.FORMAT) {
            return 0;
        }
        boolean wide = Character.isIdeographic(codePoint)
                || codePoint >= 0x1100 && codePoint <= 0x115F
                || codePoint >= 0x2E80 && codePoint <= 0xA4CF
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0xFE30 && codePoint <= 0xFE6F
                || codePoint >= 0xFF00 && codePoint <= 0xFF60
                || codePoint >= 0xFFE0 && codePoint <= 0xFFE6;
        return wide ? 2 : 1;
    }
}
