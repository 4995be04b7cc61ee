package org.towercrier.planning.internal.instance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The words of a text file, with the line each stands in. */
final class Tokens {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final int LONGEST_SHOWN = 40;

    private final Path file;
    private final String text;
    private int position;
    private int line = 1;
    private int tokenLine = 1;

    private Tokens(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static Tokens of(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException notUnicode) {
            // Comments of old files are in all kinds of encodings; the numbers are the same in this one.
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        return new Tokens(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    boolean hasNext() {
        skipBlanks();
        return position < text.length();
    }

    private void skipBlanks() {
        while (position < text.length() && (Character.isWhitespace(text.charAt(position)) || text.charAt(position) == '\u001A')) {
            if (text.charAt(position) == '\n') {
                line++;
            }
            position++;
        }
    }

    /** The next word. */
    String word(String what) throws InstanceException {
        if (!hasNext()) {
            throw new InstanceException(file, line, "the file ends where " + what + " is expected");
        }
        tokenLine = line;
        int start = position;
        while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    double number(String what) throws InstanceException {
        return asNumber(what, word(what));
    }

    /** The next word as a number that is not negative. */
    double amount(String what) throws InstanceException {
        return asAmount(what, word(what));
    }

    /** The last word as a number that is not negative. */
    double asAmount(String what, String word) throws InstanceException {
        double value = asNumber(what, word);
        if (value < 0) {
            throw refused(what + " is negative: " + word);
        }
        return value;
    }

    private double asNumber(String what, String word) throws InstanceException {
        // Java itself would also take 12f, 0x1p3 and NaN.
        if (DECIMAL.matcher(word).matches()) {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw refused(what + " is not a number: " + shown(word));
    }

    /** A word as it can be shown in a line: files that are no text hold anything. */
    static String shown(String word) {
        String plain = word.codePoints().limit(LONGEST_SHOWN).map(point -> Character.isISOControl(point) ? '\uFFFD' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return word.codePointCount(0, word.length()) > LONGEST_SHOWN ? plain + "…" : plain;
    }

    int integer(String what, int least, int greatest) throws InstanceException {
        String word = word(what);
        double value = asNumber(what, word);
        if (value != Math.rint(value) || value < least || value > greatest) {
            throw refused(what + " must be a whole number from " + least + " to " + greatest + ": " + shown(word));
        }
        return (int) value;
    }

    /** What is wrong about the last word. */
    InstanceException refused(String reason) {
        return new InstanceException(file, tokenLine, reason);
    }
}
