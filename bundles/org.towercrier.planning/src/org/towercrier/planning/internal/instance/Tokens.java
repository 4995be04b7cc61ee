package org.towercrier.planning.internal.instance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The words of a text file, with the line each stands in. */
final class Tokens {

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
        String word = word(what);
        try {
            double value = Double.parseDouble(word);
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw refused(what + " is not a number: " + word);
            }
            return value;
        } catch (NumberFormatException notANumber) {
            throw refused(what + " is not a number: " + word);
        }
    }

    int integer(String what, int least, int greatest) throws InstanceException {
        double value = number(what);
        if (value != Math.rint(value) || value < least || value > greatest) {
            throw refused(what + " must be a whole number from " + least + " to " + greatest + ": " + value);
        }
        return (int) value;
    }

    /** What is wrong about the last word. */
    InstanceException refused(String reason) {
        return new InstanceException(file, tokenLine, reason);
    }
}
