package org.towercrier.ui.table;

import java.io.IOException;
import java.util.List;

/**
 * Writes rows as RFC 4180 says, with a guard: a text that a spreadsheet would take for a formula is preceded by an
 * apostrophe, so that opening an export runs nothing.
 */
final class CsvWriter {

    private CsvWriter() {
    }

    static void write(Appendable out, List<String> header, Iterable<List<Field>> rows) throws IOException {
        line(out, header.stream().map(text -> new Field(text, false)).toList());
        for (List<Field> row : rows) {
            line(out, row);
        }
    }

    /**
     * A value to write.
     *
     * @param text the value
     * @param number whether it is a number, which is never a formula
     */
    record Field(String text, boolean number) {
    }

    static void line(Appendable out, List<Field> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            Field field = fields.get(i);
            out.append(quoted(field.number() ? field.text() : neutralised(field.text())));
        }
        out.append("\r\n");
    }

    static String neutralised(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
