package org.towercrier.exchange.tabular.internal.table;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.TextEncoding.Content;
import org.towercrier.exchange.tabular.internal.table.TextEncoding.Found;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * How a CSV file is written.
 *
 * @param encoding its character set
 * @param delimiter what separates the values
 * @param width usual number of values in a row
 */
public record CsvDialect(Found encoding, char delimiter, int width) {

    private static final char[] DELIMITERS = { ',', ';', '\t', '|' };
    private static final int SAMPLE_CHARS = 128 * 1024;
    private static final int SAMPLE_ROWS = 200;
    private static final double CONSISTENT = 0.5;

    /**
     * Finds the dialect by the content.
     *
     * @param charset {@code auto} or a character set's name
     * @param wanted {@code auto} or the delimiter
     * @throws ImportRefusedException when the named character set does not exist, or the content is no text
     */
    public static CsvDialect detect(Content content, String charset, String wanted) throws IOException, ImportRefusedException {
        Found encoding = encoding(content, charset);
        String sample = sample(content, encoding);
        if (binary(sample)) {
            throw new ImportRefusedException(Messages.of("csv.binary"));
        }
        if (!wanted.equalsIgnoreCase("auto") && !wanted.isEmpty()) {
            char delimiter = delimiter(wanted);
            return new CsvDialect(encoding, delimiter, mode(widths(sample, delimiter)));
        }
        return best(encoding, sample);
    }

    /** Dialect of a piece of text that is all there is to see, for recognising. */
    public static CsvDialect ofText(String text) {
        return best(new Found(java.nio.charset.StandardCharsets.UTF_8, 0, false), text);
    }

    private static Found encoding(Content content, String charset) throws IOException, ImportRefusedException {
        if (charset.equalsIgnoreCase("auto") || charset.isBlank()) {
            return TextEncoding.detect(content);
        }
        try {
            Charset named = Charset.forName(charset.strip());
            int mark = TextEncoding.markLength(named, content);
            return new Found(named, mark, false);
        } catch (IllegalArgumentException e) {
            throw new ImportRefusedException(Messages.of("csv.charset", charset));
        }
    }

    private static char delimiter(String wanted) throws ImportRefusedException {
        String s = wanted.equals("\\t") || wanted.equalsIgnoreCase("tab") ? "\t" : wanted;
        if (s.length() != 1 || s.equals("\"") || s.equals("\n") || s.equals("\r")) {
            throw new ImportRefusedException(Messages.of("csv.delimiter", wanted));
        }
        return s.charAt(0);
    }

    private static String sample(Content content, Found encoding) throws IOException {
        char[] buffer = new char[SAMPLE_CHARS];
        int length = 0;
        try (Reader reader = reader(content, encoding)) {
            for (int n; length < buffer.length && (n = reader.read(buffer, length, buffer.length - length)) > 0;) {
                length += n;
            }
        }
        return new String(buffer, 0, length);
    }

    /** Opens the text behind its mark. */
    static Reader reader(Content content, Found encoding) throws IOException {
        java.io.InputStream in = content.open();
        try {
            in.skipNBytes(encoding.mark());
            return new InputStreamReader(in, encoding.charset());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static boolean binary(String sample) {
        long odd = sample.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0x7f).count();
        return odd > 0 && odd * 200 > sample.length();
    }

    private static CsvDialect best(Found encoding, String sample) {
        char chosen = ',';
        double bestScore = -1;
        int bestWidth = 1;
        for (char delimiter : DELIMITERS) {
            List<Integer> widths = widths(sample, delimiter);
            int mode = mode(widths);
            if (widths.isEmpty() || mode < 2) {
                continue;
            }
            double share = widths.stream().filter(width -> width == mode).count() / (double) widths.size();
            boolean headerFits = widths.get(0) == mode;
            double score = share * 10 + (headerFits ? 5 : 0) + Math.min(mode, 50) / 25.0;
            if (share >= CONSISTENT && score > bestScore) {
                bestScore = score;
                chosen = delimiter;
                bestWidth = mode;
            }
        }
        return new CsvDialect(encoding, chosen, bestWidth);
    }

    /** Widths of the complete rows of a sample under a delimiter. */
    private static List<Integer> widths(String sample, char delimiter) {
        List<Integer> widths = new ArrayList<>();
        boolean cut = sample.length() == SAMPLE_CHARS;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(delimiter).allowExtraFields(true).allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true).allowUnclosedQuote(true).ofCsvRecord(sample)) {
            for (CsvRecord row : reader) {
                widths.add(row.getFieldCount());
                if (widths.size() >= SAMPLE_ROWS) {
                    return widths;
                }
            }
        } catch (CsvParseException | IOException e) {
            return widths;
        }
        if (cut && widths.size() > 1) {
            widths.remove(widths.size() - 1);
        }
        return widths;
    }

    private static int mode(List<Integer> widths) {
        Map<Integer, Integer> counts = new HashMap<>();
        int mode = 1;
        for (int width : widths) {
            int count = counts.merge(width, 1, Integer::sum);
            if (count > counts.getOrDefault(mode, 0) || count == counts.getOrDefault(mode, 0) && width > mode) {
                mode = width;
            }
        }
        return mode;
    }
}
