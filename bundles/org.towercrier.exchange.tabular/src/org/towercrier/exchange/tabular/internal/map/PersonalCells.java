package org.towercrier.exchange.tabular.internal.map;

import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.model.PrivacyAnnotations;

/**
 * What is said of cells that cannot be read never repeats personal data: neither of a personal attribute nor what looks like a telephone number or address of electronic
 * mail in a table about people, where a shifted row brings them into any column.
 */
final class PersonalCells {

    private static final String HIDDEN = "•••";

    private static final Pattern TELEPHONE = Pattern.compile("\\+?\\d(?:[ ()/-]?\\d){9,14}");
    private static final double MOST = 0.9;

    private PersonalCells() {
    }

    /** A reader of a feature that does not repeat personal values. */
    static Values.Reader guarded(EStructuralFeature feature, Values.Reader reader) {
        if (PrivacyAnnotations.personal(feature).isEmpty()) {
            return reader;
        }
        return (text, name) -> {
            try {
                return reader.read(text, name);
            } catch (BadValueException bad) {
                throw new BadValueException(name, HIDDEN, Messages.of("value.personal", feature.getName()));
            }
        };
    }

    /** Are texts telephone numbers, all but a few? Numbers with ten to fifteen digits are. */
    static boolean numbers(List<String> texts) {
        long like = texts.stream().filter(text -> TELEPHONE.matcher(text.strip()).matches()).count();
        return !texts.isEmpty() && like >= MOST * texts.size();
    }

    /** A bad value as it may be told. @param type class that the rows are of */
    static BadValueException told(EClass type, BadValueException bad) {
        if (!PrivacyAnnotations.isPersonal(type) || !PrivacyAnnotations.looksPersonal(bad.value())) {
            return bad;
        }
        String reason = String.valueOf(bad.getMessage()).replace(bad.value(), HIDDEN).replace(bad.value().strip(), HIDDEN);
        return new BadValueException(bad.column(), HIDDEN, reason);
    }
}
