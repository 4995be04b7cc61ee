package org.towercrier.exchange.tabular.internal.map;

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
    private static final Pattern LOOKS_PERSONAL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+|\\+?\\d[\\d ()/-]{7,}\\d");

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

    /** A bad value as it may be told. @param type class that the rows are of */
    static BadValueException told(EClass type, BadValueException bad) {
        if (!PrivacyAnnotations.isPersonal(type) || !LOOKS_PERSONAL.matcher(bad.value().strip()).matches()) {
            return bad;
        }
        String reason = String.valueOf(bad.getMessage()).replace(bad.value(), HIDDEN).replace(bad.value().strip(), HIDDEN);
        return new BadValueException(bad.column(), HIDDEN, reason);
    }
}
