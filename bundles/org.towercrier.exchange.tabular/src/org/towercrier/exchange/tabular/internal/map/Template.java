package org.towercrier.exchange.tabular.internal.map;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.value.Blanks;

/** A text with the values of columns in it, {@code "{CELL}-{SECTOR}"} for instance. */
final class Template {

    /** Stands for the number of the row's line in a template. */
    static final String LINE = "@line";

    private static final int LINE_NUMBER = -1;
    private static final Pattern FIELD = Pattern.compile("\\{([^{}]+)\\}");

    private final List<String> literals = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();

    private Template() {
    }

    /** A template over columns. @throws ImportRefusedException when it names a column that is not there */
    static Template of(String text, Columns header) throws ImportRefusedException {
        Template template = new Template();
        Matcher field = FIELD.matcher(text);
        int from = 0;
        while (field.find()) {
            OptionalInt column = field.group(1).equals(LINE) ? OptionalInt.of(LINE_NUMBER) : header.find(field.group(1));
            if (column.isEmpty()) {
                throw new ImportRefusedException(Messages.of("map.no-column", field.group(1), String.join(", ", header.header())));
            }
            template.literals.add(text.substring(from, field.start()));
            template.columns.add(column.getAsInt());
            from = field.end();
        }
        template.literals.add(text.substring(from));
        return template;
    }

    /** The value of one column. */
    static Template column(int column) {
        Template template = new Template();
        template.literals.add("");
        template.columns.add(column);
        template.literals.add("");
        return template;
    }

    void columnsInto(Set<Integer> used) {
        used.addAll(columns);
        used.remove(LINE_NUMBER);
    }

    /** The text for the row; empty when any of its columns is blank. */
    String apply(Table row, Blanks blanks) {
        if (columns.size() == 1 && columns.get(0) != LINE_NUMBER && literals.get(0).isEmpty() && literals.get(1).isEmpty()) {
            String value = row.text(columns.get(0)).strip();
            return blanks.blank(value) ? "" : value;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String value = columns.get(i) == LINE_NUMBER ? String.valueOf(row.line()) : row.text(columns.get(i)).strip();
            if (blanks.blank(value)) {
                return "";
            }
            out.append(literals.get(i)).append(value);
        }
        return out.append(literals.get(columns.size())).toString();
    }
}
