package org.towercrier.ui.table;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The values of one column in primitive arrays, ready to be sorted, filtered and grouped. A store is immutable and may
 * be built and read on any thread.
 */
public sealed interface ColumnStore {

    /** Number of rows. */
    int size();

    /** Whether a row has no value. */
    boolean isAbsent(int row);

    /** A number that orders the rows as their values do; of absent values it says nothing. */
    long key(int row);

    /** Takes out of {@code keep} the rows that a filter does not let through. */
    void filter(ColumnFilter filter, boolean[] keep);

    /**
     * Numbers.
     *
     * @param values a value for each row, NaN when absent
     */
    record Numbers(double[] values) implements ColumnStore {

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean isAbsent(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public long key(int row) {
            long bits = Double.doubleToRawLongBits(values[row] + 0.0);
            return bits < 0 ? ~bits : bits | Long.MIN_VALUE;
        }

        @Override
        public void filter(ColumnFilter filter, boolean[] keep) {
            for (int row = 0; row < keep.length; row++) {
                keep[row] = keep[row] && filter.acceptsNumber(values[row]);
            }
        }
    }

    /**
     * Points in time.
     *
     * @param millis milliseconds since 1970 in UTC for each row, {@link #ABSENT} when absent
     */
    record Times(long[] millis) implements ColumnStore {

        /** No time. */
        public static final long ABSENT = Long.MIN_VALUE;

        @Override
        public int size() {
            return millis.length;
        }

        @Override
        public boolean isAbsent(int row) {
            return millis[row] == ABSENT;
        }

        @Override
        public long key(int row) {
            return millis[row] ^ Long.MIN_VALUE;
        }

        @Override
        public void filter(ColumnFilter filter, boolean[] keep) {
            for (int row = 0; row < keep.length; row++) {
                keep[row] = keep[row] && filter.acceptsNumber(isAbsent(row) ? Double.NaN : millis[row]);
            }
        }
    }

    /**
     * Words: each different one is kept once, so that a filter looks at it once.
     *
     * @param codes number of each row's word, −1 when absent
     * @param words the different words
     * @param folded the words in lower case
     * @param ranks place of each word in the order of the column
     */
    record Words(int[] codes, String[] words, String[] folded, int[] ranks) implements ColumnStore {

        private static final int FIRST_IDEOGRAPH = 0x2E80;

        /** Words in the order of a language; numbers in words by their value, so that site 9 comes before site 10. */
        public static Words sorted(String[] values, Locale locale) {
            Words unsorted = distinct(values, List.of());
            String[] words = unsorted.words();
            Integer[] order = IntStream.range(0, words.length).boxed().toArray(Integer[]::new);
            if (Arrays.stream(words).noneMatch(word -> word.chars().anyMatch(c -> c >= FIRST_IDEOGRAPH))) {
                Arrays.parallelSort(order, (a, b) -> compare(unsorted.folded()[a], unsorted.folded()[b]));
            } else {
                Collator collator = Collator.getInstance(locale);
                var keys = Arrays.stream(words).map(collator::getCollationKey).toList();
                Arrays.parallelSort(order, Comparator.comparing(keys::get));
            }
            for (int rank = 0; rank < order.length; rank++) {
                unsorted.ranks()[order[rank]] = rank;
            }
            return unsorted;
        }

        /** Words in a given order, such as severities from worst to best; words not named come after. */
        public static Words ordered(String[] values, List<String> order) {
            return distinct(values, order);
        }

        private static Words distinct(String[] values, List<String> first) {
            Map<String, Integer> numbers = new HashMap<>();
            first.forEach(word -> numbers.putIfAbsent(word, numbers.size()));
            int[] codes = new int[values.length];
            for (int row = 0; row < values.length; row++) {
                String value = values[row];
                if (value == null || value.isEmpty()) {
                    codes[row] = -1;
                } else {
                    Integer code = numbers.get(value);
                    if (code == null) {
                        code = numbers.size();
                        numbers.put(value, code);
                    }
                    codes[row] = code;
                }
            }
            String[] words = new String[numbers.size()];
            String[] folded = new String[words.length];
            int[] ranks = new int[words.length];
            numbers.forEach((word, code) -> {
                words[code] = word;
                folded[code] = word.toLowerCase(Locale.ROOT);
                ranks[code] = code;
            });
            return new Words(codes, words, folded, ranks);
        }

        private static int compare(String a, String b) {
            int i = 0;
            int j = 0;
            while (i < a.length() && j < b.length()) {
                char c = a.charAt(i);
                char d = b.charAt(j);
                if (isDigit(c) && isDigit(d)) {
                    int endA = digits(a, i);
                    int endB = digits(b, j);
                    int startA = zeros(a, i, endA);
                    int startB = zeros(b, j, endB);
                    int result = Integer.compare(endA - startA, endB - startB);
                    for (int k = 0; result == 0 && k < endA - startA; k++) {
                        result = Character.compare(a.charAt(startA + k), b.charAt(startB + k));
                    }
                    if (result != 0) {
                        return result;
                    }
                    i = endA;
                    j = endB;
                } else if (c != d) {
                    return Character.compare(c, d);
                } else {
                    i++;
                    j++;
                }
            }
            int rest = Integer.compare(a.length() - i, b.length() - j);
            return rest != 0 ? rest : a.compareTo(b);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static int digits(String text, int from) {
            int end = from;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private static int zeros(String text, int from, int end) {
            int start = from;
            while (start < end - 1 && text.charAt(start) == '0') {
                start++;
            }
            return start;
        }

        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public boolean isAbsent(int row) {
            return codes[row] < 0;
        }

        @Override
        public long key(int row) {
            return ranks[codes[row]];
        }

        /** The word of a row, the empty string when absent. */
        public String word(int row) {
            return codes[row] < 0 ? "" : words[codes[row]];
        }

        @Override
        public void filter(ColumnFilter filter, boolean[] keep) {
            boolean[] accepted = new boolean[words.length];
            IntStream range = IntStream.range(0, words.length);
            (words.length > 20_000 ? range.parallel() : range)
                    .forEach(code -> accepted[code] = filter.acceptsWord(words[code], folded[code]));
            boolean absent = filter.acceptsWord("", "");
            for (int row = 0; row < keep.length; row++) {
                keep[row] = keep[row] && (codes[row] < 0 ? absent : accepted[codes[row]]);
            }
        }
    }
}
