package org.towercrier.statistics.command.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.towercrier.command.CommandContext;
import org.towercrier.command.UsageException;

/** Values of options that name one of a few things, written in lower case with hyphens. */
final class Choice {

    private Choice() {
    }

    static <E extends Enum<E>> E of(Class<E> type, String text, String option, CommandContext context) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> literal(each).equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(context.messages().text("Statistics_Choice", option,
                        Arrays.stream(type.getEnumConstants()).map(Choice::literal).collect(Collectors.joining(", ")), text)));
    }

    static String literal(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
