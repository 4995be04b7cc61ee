package org.towercrier.ui.table;

import java.util.Set;

/** What a filter of one column lets through. */
public sealed interface ColumnFilter {

    /** Whether a number, or a time in milliseconds, passes; NaN stands for none. */
    boolean acceptsNumber(double value);

    /** Whether a word passes, also given in lower case; the empty word stands for none. */
    boolean acceptsWord(String word, String folded);

    /**
     * Words that contain a text in any case of letters.
     *
     * @param text what to look for, in lower case
     * @param negated whether the words that do not contain it are wanted
     */
    record Contains(String text, boolean negated) implements ColumnFilter {

        @Override
        public boolean acceptsNumber(double value) {
            return true;
        }

        @Override
        public boolean acceptsWord(String word, String folded) {
            return folded.contains(text) != negated;
        }
    }

    /**
     * Some of the words of a column with few of them.
     *
     * @param words the words let through
     */
    record OneOf(Set<String> words) implements ColumnFilter {

        public OneOf {
            words = Set.copyOf(words);
        }

        @Override
        public boolean acceptsNumber(double value) {
            return true;
        }

        @Override
        public boolean acceptsWord(String word, String folded) {
            return words.contains(word);
        }
    }

    /**
     * Numbers or times between two ends.
     *
     * @param from least value
     * @param fromIncluded whether the least value itself passes
     * @param to greatest value
     * @param toIncluded whether the greatest value itself passes
     * @param negated whether what lies outside is wanted
     */
    record Between(double from, boolean fromIncluded, double to, boolean toIncluded, boolean negated)
            implements
                ColumnFilter {

        @Override
        public boolean acceptsNumber(double value) {
            if (Double.isNaN(value)) {
                return false;
            }
            boolean inside = (fromIncluded ? value >= from : value > from) && (toIncluded ? value <= to : value < to);
            return inside != negated;
        }

        @Override
        public boolean acceptsWord(String word, String folded) {
            return true;
        }
    }

    /**
     * Rows without a value, or with any.
     *
     * @param absent whether those without are wanted
     */
    record Absent(boolean absent) implements ColumnFilter {

        @Override
        public boolean acceptsNumber(double value) {
            return Double.isNaN(value) == absent;
        }

        @Override
        public boolean acceptsWord(String word, String folded) {
            return word.isEmpty() == absent;
        }
    }
}
