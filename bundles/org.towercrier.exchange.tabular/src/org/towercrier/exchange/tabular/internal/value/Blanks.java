package org.towercrier.exchange.tabular.internal.value;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Decides what is an absent value. A blank is a blank, never zero. */
public final class Blanks {

    private final Set<String> words;

    /** @param words texts that mean "absent" besides the empty one; error values of spreadsheets always do */
    public Blanks(Collection<String> words) {
        this.words = new HashSet<>();
        for (String word : words) {
            this.words.add(word.strip());
        }
    }

    /** Is the value absent? */
    public boolean blank(String text) {
        if (text.isEmpty()) {
            return true;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return !words.isEmpty() && words.contains(text);
        }
        return text.isBlank() || words.contains(text.strip()) || spreadsheetError(text);
    }

    /** {@code #N/A}, {@code #VALUE!}, {@code #¡VALOR!}, {@code #WERT!}, {@code #DIV/0!} and their like in any language. */
    public static boolean spreadsheetError(String text) {
        String s = text.strip();
        if (s.length() < 4 || s.length() > 20 || s.charAt(0) != '#') {
            return false;
        }
        char last = s.charAt(s.length() - 1);
        if (last != '!' && last != '?' && !s.equals("#N/A") && !s.equals("#N/V") && !s.equals("#NV") && !s.equals("#N/D")
                && !s.equals("#Н/Д")) {
            return false;
        }
        return s.chars().skip(1).noneMatch(c -> Character.isLowerCase(c) || Character.isWhitespace(c));
    }
}
