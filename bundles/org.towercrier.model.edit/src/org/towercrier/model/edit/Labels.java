package org.towercrier.model.edit;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.model.MeasureAnnotations;

/**
 * What classes, features and literals of the model are called in one language. Immutable; an element without a label,
 * as a plug-in may bring, is called by its name in the model.
 */
public final class Labels {

    /** The languages with labels; the first is used for every other language. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE,
            Locale.TRADITIONAL_CHINESE);

    private static final String BUNDLE = "org.towercrier.model.edit.plugin";

    private final ResourceBundle texts;

    /**
     * Labels in the language nearest to a locale: traditional Chinese for Taiwan, Hong Kong, Macao and the script
     * {@code Hant}, simplified Chinese for any other Chinese, English otherwise.
     *
     * @param locale the wanted locale
     */
    public Labels(Locale locale) {
        // English is the root bundle: without this control the locale of the machine would come before it.
        texts = ResourceBundle.getBundle(BUNDLE, nearest(locale), Labels.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The label of a package.
     *
     * @param element a package of the model
     * @return its label
     */
    public String of(EPackage element) {
        return find("_UI_" + element.getNsPrefix().substring(0, 1).toUpperCase(Locale.ROOT)
                + element.getNsPrefix().substring(1) + "_package").orElseGet(element::getName);
    }

    /**
     * The label of a class, enumeration or data type.
     *
     * @param element a classifier of the model
     * @return its label
     */
    public String of(EClassifier element) {
        String suffix = switch (element) {
            case EClass type -> "_type";
            case EEnum type -> "_enum";
            default -> "_datatype";
        };
        return find("_UI_" + element.getName() + suffix).orElseGet(element::getName);
    }

    /**
     * The label of a feature.
     *
     * @param element an attribute or reference of the model
     * @return its label
     */
    public String of(EStructuralFeature element) {
        return find("_UI_" + element.getEContainingClass().getName() + "_" + element.getName() + "_feature")
                .orElseGet(element::getName);
    }

    /**
     * The label of a feature as the head of a column: with its unit in parentheses, if it has one.
     *
     * @param element an attribute or reference of the model
     * @return its label, e.g. {@code DL PRB usage (%)}
     */
    public String heading(EStructuralFeature element) {
        return unit(element).map(unit -> of(element) + " (" + unit + ")").orElseGet(() -> of(element));
    }

    /** The unit of a feature as people are told it: counts have none, and which currency an amount of money is in stands elsewhere. */
    public static Optional<String> unit(EStructuralFeature element) {
        return MeasureAnnotations.unit(element).filter(unit -> !unit.equals("1") && !unit.equals("currency"));
    }

    /**
     * The label of a literal.
     *
     * @param element a literal of an enumeration of the model
     * @return its label
     */
    public String of(EEnumLiteral element) {
        return literal(element.getEEnum(), element.getLiteral()).orElseGet(element::getName);
    }

    /**
     * The label of a value of an enumeration.
     *
     * @param value a value, e.g. {@code PerceivedSeverity.MAJOR}
     * @return its label
     */
    public String of(Enumerator value) {
        if (value instanceof EEnumLiteral element) {
            return of(element);
        }
        return find("_UI_" + value.getClass().getSimpleName() + "_" + value.getName() + "_literal")
                .orElseGet(value::getLiteral);
    }

    /**
     * The label of a literal as the store keeps it.
     *
     * @param type an enumeration of the model
     * @param literal the literal, e.g. {@code MAJOR}
     * @return its label, empty when the enumeration has no such literal
     */
    public Optional<String> literal(EEnum type, String literal) {
        return Optional.ofNullable(type.getEEnumLiteralByLiteral(literal)).map(ENamedElement::getName)
                .map(name -> find("_UI_" + type.getName() + "_" + name + "_literal").orElse(name));
    }

    private Optional<String> find(String key) {
        try {
            return Optional.of(texts.getString(key));
        } catch (MissingResourceException absent) {
            return Optional.empty();
        }
    }

    private static Locale nearest(Locale locale) {
        if (!locale.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            return Locale.ROOT;
        }
        boolean traditional = locale.getScript().equals("Hant")
                || locale.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(locale.getCountry());
        return traditional ? Locale.TRADITIONAL_CHINESE : Locale.SIMPLIFIED_CHINESE;
    }
}
