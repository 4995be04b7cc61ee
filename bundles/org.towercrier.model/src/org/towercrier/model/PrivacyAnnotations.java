package org.towercrier.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Which attributes hold personal data: annotation {@value #SOURCE} on an attribute. Lists, exports and logs show such
 * values masked unless the user has the right and asks.
 */
public final class PrivacyAnnotations {

    /** Source of the annotation. */
    public static final String SOURCE = "https://towercrier.org/privacy";
    /** Detail with the kind of personal data, see {@link Personal}. */
    public static final String KIND = "kind";

    /** Kinds of personal data, which are masked in different ways. */
    public enum Personal {
        /** Name of a person or household. */
        NAME,
        /** Telephone number, or an address that a confirmation was sent to. */
        NUMBER,
        /** Electronic mail address. */
        EMAIL,
        /** Postal address. */
        ADDRESS,
        /** Identity of a terminal, e.g. an IMEI. */
        TERMINAL,
        /** Date of birth. */
        DATE,
        /** Free text in which a customer may name anything. */
        TEXT
    }

    /** Nine digits or more that are no decimals, also within a sentence, or an address of electronic mail. */
    private static final Pattern SOMEBODY = Pattern
            .compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+|^\\+?\\d[\\d ()/-]{7,}\\d$|(?<![\\d.,])\\+?\\d(?:[ -]?\\d){8,}(?![.,]?\\d)");
    /** Days and moments have many digits too. */
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");

    private PrivacyAnnotations() {
    }

    /**
     * Whether a text that nobody has said anything about looks as if it told how to reach somebody: it has a telephone number or an address of electronic mail in it.
     *
     * @param text a text from outside, of a table about people for instance
     */
    public static boolean looksPersonal(String text) {
        return SOMEBODY.matcher(MOMENT.matcher(text.strip()).replaceAll(" ").strip()).find();
    }

    /**
     * The kind of personal data that a feature holds.
     *
     * @param feature a feature of the model
     * @return the kind, empty when the feature is not personal
     * @throws IllegalArgumentException if the annotation names an unknown kind
     */
    public static Optional<Personal> personal(EStructuralFeature feature) {
        EAnnotation annotation = feature.getEAnnotation(SOURCE);
        return annotation == null ? Optional.empty()
                : Optional.ofNullable(annotation.getDetails().get(KIND))
                        .map(kind -> Personal.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    /**
     * Tells whether a class has any personal attribute.
     *
     * @param type a class of the model
     * @return true when at least one of its features is personal
     */
    public static boolean isPersonal(EClass type) {
        return type.getEAllStructuralFeatures().stream().anyMatch(feature -> personal(feature).isPresent());
    }
}
