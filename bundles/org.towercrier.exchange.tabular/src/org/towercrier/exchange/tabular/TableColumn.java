package org.towercrier.exchange.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.value.Blanks;
import org.towercrier.exchange.tabular.internal.value.NumberDecision;
import org.towercrier.exchange.tabular.internal.value.NumberEvidence;
import org.towercrier.exchange.tabular.internal.value.NumberStyle;
import org.towercrier.exchange.tabular.internal.value.Numbers;
import org.towercrier.exchange.tabular.internal.value.Truth;
import org.towercrier.model.PrivacyAnnotations;

/** One column of a table in memory. Each different value is kept once. */
public final class TableColumn {

    private static final String HIDDEN = "•••";
    private static final Set<String> ABSENT = Set.of("", "na", "n/a", "nan", "null", "#null!");
    private static final Set<String> NO_NUMBER = Set.of("-", "--", "?", ".", "none", "nil", "\u2013", "\u2014");

    private final String name;
    private final List<String> values;
    private final boolean[] typed;
    private final int[] codes;
    private final long[] lines;
    private final NumberDecision decision;

    TableColumn(String name, List<String> values, boolean[] typed, int[] codes, long[] lines, NumberDecision decision) {
        this.name = name;
        this.values = List.copyOf(values);
        this.typed = typed;
        this.codes = codes;
        this.lines = lines;
        this.decision = decision;
    }

    /** Name of the column. */
    public String name() {
        return name;
    }

    /** Number of rows. */
    public int rows() {
        return codes.length;
    }

    /** The value of a row as it is written, without blanks around. */
    public String text(int row) {
        return values.get(codes[row]);
    }

    /** Is there no value in a row? Empty, or a word for it: NA, N/A, NaN, null, or an error of a spreadsheet. */
    public boolean blank(int row) {
        return blank(values.get(codes[row]));
    }

    private static boolean blank(String text) {
        return ABSENT.contains(text.toLowerCase(Locale.ROOT)) || Blanks.spreadsheetError(text);
    }

    /** The different values, without blanks, in the order in which they first appear. */
    public List<String> values() {
        return values.stream().filter(value -> !blank(value)).distinct().toList();
    }

    /** For each row the number of its value in a list; -1 where it is not in it. */
    public int[] codes(List<String> wanted) {
        int[] numbers = values.stream().mapToInt(wanted::indexOf).toArray();
        return Arrays.stream(codes).map(code -> numbers[code]).toArray();
    }

    /** Are all values that are there numbers, and is there at least one? */
    public boolean numeric() {
        boolean any = false;
        for (int i = 0; i < values.size(); i++) {
            if (!absentNumber(values.get(i))) {
                if (ambiguous(i) || Double.isNaN(number(i))) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** The numbers, NaN where there is no value. @throws BadCellException at the first value that is no number, or may be two different ones */
    public double[] numbers() throws BadCellException {
        double[] numbers = new double[values.size()];
        String[] reasons = new String[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            String value = values.get(i);
            numbers[i] = absentNumber(value) ? Double.NaN : number(i);
            if (!absentNumber(value) && ambiguous(i)) {
                reasons[i] = Messages.of("number.ambiguous", value, value.replace(',', '.'), value.replace(",", ""));
            } else if (!absentNumber(value) && Double.isNaN(numbers[i])) {
                reasons[i] = Messages.of("number.none", value);
            }
        }
        check(reasons);
        return Arrays.stream(codes).mapToDouble(code -> numbers[code]).toArray();
    }

    /** Are all values that are there words or figures for yes and no, and is there at least one? */
    public boolean truths() {
        List<String> there = values();
        return !there.isEmpty() && there.stream().allMatch(value -> Truth.parse(value).isPresent());
    }

    /** 1 for yes, 0 for no, NaN where there is no value; words of many languages. @throws BadCellException at the first value that is neither */
    public double[] truth() throws BadCellException {
        double[] numbers = new double[values.size()];
        String[] reasons = new String[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            String value = values.get(i);
            Optional<Boolean> truth = Truth.parse(value);
            numbers[i] = blank(value) || truth.isEmpty() ? Double.NaN : truth.get() ? 1 : 0;
            if (!blank(value) && truth.isEmpty()) {
                reasons[i] = Messages.of("truth.none", value);
            }
        }
        check(reasons);
        return Arrays.stream(codes).mapToDouble(code -> numbers[code]).toArray();
    }

    private void check(String[] reasons) throws BadCellException {
        if (Arrays.stream(reasons).anyMatch(reason -> reason != null)) {
            for (int row = 0; row < codes.length; row++) {
                String reason = reasons[codes[row]];
                if (reason != null) {
                    String value = values.get(codes[row]);
                    // a row that is shifted brings a telephone number into any column
                    throw new BadCellException(lines[row], name,
                            PrivacyAnnotations.looksPersonal(value) ? reason.replace(value, HIDDEN).replace(value.strip(), HIDDEN)
                                    : reason);
                }
            }
        }
    }

    private static boolean absentNumber(String text) {
        return blank(text) || NO_NUMBER.contains(text.toLowerCase(Locale.ROOT));
    }

    private double number(int value) {
        boolean comma = !typed[value] && decision == NumberDecision.COMMA;
        return Numbers.parse(values.get(value), comma ? NumberStyle.COMMA : NumberStyle.POINT);
    }

    private boolean ambiguous(int value) {
        if (typed[value] || decision != NumberDecision.AMBIGUOUS || values.get(value).indexOf(',') < 0) {
            return false;
        }
        NumberEvidence own = new NumberEvidence();
        own.add(values.get(value));
        return own.ambiguousComma();
    }
}
