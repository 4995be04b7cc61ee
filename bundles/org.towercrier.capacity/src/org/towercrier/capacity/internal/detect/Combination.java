package org.towercrier.capacity.internal.detect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** How the limits of a rule combine: names with {@code and}, {@code or}, {@code not} and parentheses. */
public sealed interface Combination {

    /** A limit by its name. */
    record Named(String name) implements Combination {
    }

    /** All of them. */
    record All(List<Combination> operands) implements Combination {
    }

    /** Any of them. */
    record Any(List<Combination> operands) implements Combination {
    }

    /** The opposite. */
    record Not(Combination operand) implements Combination {
    }

    /** Whether it holds, given whether each limit does. */
    default Truth evaluate(Function<String, Truth> limits) {
        return switch (this) {
            case Named named -> limits.apply(named.name());
            case Not not -> not.operand().evaluate(limits).not();
            case All all -> all.operands().stream().map(each -> each.evaluate(limits)).reduce(Truth.TRUE, Truth::and);
            case Any any -> any.operands().stream().map(each -> each.evaluate(limits)).reduce(Truth.FALSE, Truth::or);
        };
    }

    /** The names in it, in order of appearance. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        switch (this) {
            case Named named -> names.add(named.name());
            case Not not -> names.addAll(not.operand().names());
            case All all -> all.operands().forEach(each -> names.addAll(each.names()));
            case Any any -> any.operands().forEach(each -> names.addAll(each.names()));
        }
        return names;
    }

    /** It cannot be read. */
    final class CombinationException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int position;

        CombinationException(String message, int position) {
            super(message);
            this.position = position;
        }

        /** Where, from 0. */
        public int position() {
            return position;
        }
    }

    /**
     * Reads one; {@code and} binds closer than {@code or}.
     *
     * @throws CombinationException with the text found where something else should be
     */
    static Combination parse(String text) throws CombinationException {
        return new Reader(text).whole();
    }

    /** The reader: recursive descent over words and parentheses. */
    final class Reader {

        private static final int MAXIMUM_DEPTH = 100;

        private final String text;
        private int position;
        private int depth;

        private Reader(String text) {
            this.text = text;
        }

        private Combination whole() throws CombinationException {
            Combination combination = any();
            if (!peek().isEmpty()) {
                throw problem();
            }
            return combination;
        }

        private Combination any() throws CombinationException {
            if (++depth > MAXIMUM_DEPTH) {
                throw problem();
            }
            List<Combination> operands = new ArrayList<>();
            operands.add(all());
            while (accept("or")) {
                operands.add(all());
            }
            depth--;
            return operands.size() == 1 ? operands.getFirst() : new Any(List.copyOf(operands));
        }

        private Combination all() throws CombinationException {
            List<Combination> operands = new ArrayList<>();
            operands.add(single());
            while (accept("and")) {
                operands.add(single());
            }
            return operands.size() == 1 ? operands.getFirst() : new All(List.copyOf(operands));
        }

        private Combination single() throws CombinationException {
            boolean negated = false;
            while (accept("not")) {
                negated = !negated;
            }
            Combination operand;
            if (accept("(")) {
                operand = any();
                if (!accept(")")) {
                    throw problem();
                }
            } else {
                String word = peek();
                if (word.isEmpty() || !Character.isLetter(word.charAt(0)) || Set.of("and", "or").contains(word.toLowerCase(Locale.ROOT))) {
                    throw problem();
                }
                position += word.length();
                operand = new Named(word);
            }
            return negated ? new Not(operand) : operand;
        }

        private boolean accept(String wanted) {
            String word = peek();
            if (word.equalsIgnoreCase(wanted)) {
                position += word.length();
                return true;
            }
            return false;
        }

        /** The next word or sign, empty at the end; the position is at its begin afterwards. */
        private String peek() {
            while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
                position++;
            }
            int end = position;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || "-_.".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            return text.substring(position, end == position ? Math.min(end + 1, text.length()) : end);
        }

        private CombinationException problem() {
            String found = peek();
            return new CombinationException(found, position);
        }
    }
}
