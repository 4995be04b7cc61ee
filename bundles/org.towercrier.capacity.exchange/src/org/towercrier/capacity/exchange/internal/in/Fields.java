package org.towercrier.capacity.exchange.internal.in;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.towercrier.capacity.exchange.internal.Texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of an object with their paths, so that whatever is wrong can be named. */
final class Fields {

    private final ObjectNode node;
    private final String where;

    Fields(ObjectNode node, String where) {
        this.node = node;
        this.where = where;
    }

    ObjectNode node() {
        return node;
    }

    String where() {
        return where;
    }

    String where(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    BadEvent bad(String name, String key, Object... arguments) {
        JsonNode value = node.path(name);
        return new BadEvent(where(name), value.isValueNode() && !value.isNull() ? value.asText() : "", Texts.text(key, arguments));
    }

    /** An object that must be there. */
    Fields object(String name) throws BadEvent {
        if (!has(name)) {
            throw bad(name, "Field_Missing");
        }
        if (!(node.get(name) instanceof ObjectNode object)) {
            throw bad(name, "Field_NoObject");
        }
        return new Fields(object, where(name));
    }

    /** A text that must be there and say something. */
    String required(String name) throws BadEvent {
        return text(name).filter(text -> !text.isBlank()).orElseThrow(() -> has(name) ? bad(name, "Field_Blank")
                : bad(name, "Field_Missing"));
    }

    /** A text; numbers count as texts, because identities come as both. */
    Optional<String> text(String name) throws BadEvent {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        if (!value.isTextual() && !value.isNumber()) {
            throw bad(name, "Field_NoText");
        }
        String text = value.asText();
        if (text.strip().matches("@\\w+@")) {
            throw bad(name, "Field_Placeholder");
        }
        return Optional.of(text);
    }

    /** A text that must be there and must be text, as the format has it. */
    String word(String name) throws BadEvent {
        String word = required(name);
        if (!node.get(name).isTextual()) {
            throw bad(name, "Field_NoText");
        }
        return word;
    }

    /** One of some words, whatever the case. */
    Optional<String> choice(String name, List<String> words) throws BadEvent {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return text;
        }
        return Optional.of(words.stream().filter(word -> word.equalsIgnoreCase(text.get().strip())).findFirst()
                .orElseThrow(() -> bad(name, "Field_NoChoice", String.join(", ", words))));
    }

    /** One of some words that must be there. */
    String requiredChoice(String name, List<String> words) throws BadEvent {
        required(name);
        return choice(name, words).orElseThrow(() -> bad(name, "Field_Missing"));
    }

    /** A point in time that must be there. */
    Instant time(String name, Moments moments) throws BadEvent {
        String text = required(name);
        return moments.check(moments.parse(text).orElseThrow(() -> bad(name, "Field_NoTime")), this, name);
    }

    /** A point in time. */
    Optional<Instant> optionalTime(String name, Moments moments) throws BadEvent {
        return has(name) ? Optional.of(time(name, moments)) : Optional.empty();
    }

    /** A whole number that must be there. */
    long whole(String name) throws BadEvent {
        if (!has(name)) {
            throw bad(name, "Field_Missing");
        }
        JsonNode value = node.get(name);
        if (value.isTextual()) {
            required(name);
        }
        if (!value.isIntegralNumber() && !(value.isNumber() && value.asDouble() == Math.rint(value.asDouble()))) {
            throw bad(name, "Field_NoWhole");
        }
        return value.asLong();
    }

    /** A word for looking up, without regard to case. */
    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
