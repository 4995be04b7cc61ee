package org.towercrier.privacy;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.model.PrivacyAnnotations;
import org.towercrier.model.PrivacyAnnotations.Personal;

/**
 * Masks personal values so that people can tell two rows apart and recognise what they already know, but learn nothing.
 * Pure functions: the same value is always masked in the same way.
 */
public final class Masking {

    /** Sign that stands for what is not shown. */
    public static final String HIDDEN = "•";

    private static final int HIDDEN_SIGNS = 3;
    private static final int SHOWN_DIGITS = 2;
    private static final int YEAR_DIGITS = 4;

    private static final Pattern PAIR = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PERSONAL_KEY = Pattern.compile(
            "name|phone|mobile|msisdn|imei|imsi|mail|address|street|passport|ssn|identity card|surname|birth|telef|nom|apellido|adresse|strasse|straße|姓名|电话|電話|手机|手機|地址|身份证|身分證|邮箱|证件",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Masking() {
    }

    /** Does a feature hold personal data? */
    public static boolean isPersonal(EStructuralFeature feature) {
        return PrivacyAnnotations.personal(feature).isPresent();
    }

    /**
     * A value of a feature as it may be shown to everyone.
     *
     * @param feature feature of the model
     * @param value its value, or null
     * @return the value itself when the feature is not personal, else the masked text; null for null
     */
    public static Object mask(EStructuralFeature feature, Object value) {
        if (value == null) {
            return null;
        }
        return PrivacyAnnotations.personal(feature).<Object>map(kind -> mask(kind, value.toString())).orElse(value);
    }

    /**
     * A personal text as it may be shown to everyone.
     *
     * @param kind kind of personal data
     * @param value the value
     * @return initials of a name, the last two digits of a number or terminal, the first letter and the domain's ending of
     *         an electronic mail address, the year of a date; nothing of an address or free text. Blank stays blank.
     */
    public static String mask(Personal kind, String value) {
        Objects.requireNonNull(kind, "kind");
        if (value.isBlank()) {
            return value;
        }
        String text = value.strip();
        return switch (kind) {
            case NAME -> initial(text) + hidden();
            case NUMBER, TERMINAL -> hidden() + lastSigns(text);
            case EMAIL -> email(text);
            case DATE -> text.length() > YEAR_DIGITS ? text.substring(0, YEAR_DIGITS) + "-" + HIDDEN + "-" + HIDDEN : hidden();
            case ADDRESS, TEXT -> hidden();
        };
    }

    /**
     * Columns of a file that the model does not know, as a JSON object of texts: what looks like a name, number, address or identity by its key or its value is hidden,
     * since nobody has said what it is.
     */
    public static String maskExtra(String json) {
        Matcher pair = PAIR.matcher(json);
        StringBuilder out = new StringBuilder();
        while (pair.find()) {
            String key = pair.group(1);
            String value = pair.group(2);
            boolean personal = PERSONAL_KEY.matcher(key).find() || PrivacyAnnotations.looksPersonal(value);
            pair.appendReplacement(out, Matcher.quoteReplacement("\"" + key + "\":\"" + (personal ? hidden() : value) + "\""));
        }
        return pair.appendTail(out).toString();
    }

    /** Text of a name's first sign, which is enough to tell rows apart. */
    private static String initial(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }

    private static String email(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return hidden();
        }
        int dot = text.lastIndexOf('.');
        return initial(text) + hidden() + "@" + hidden() + (dot > at ? text.substring(dot) : "");
    }

    /** The last two letters or digits, none when the text is so short that they would be most of it. */
    private static String lastSigns(String text) {
        String signs = text.replaceAll("[^\\p{L}\\p{N}]", "");
        return signs.length() <= 2 * SHOWN_DIGITS ? "" : signs.substring(signs.length() - SHOWN_DIGITS);
    }

    private static String hidden() {
        return HIDDEN.repeat(HIDDEN_SIGNS);
    }
}
