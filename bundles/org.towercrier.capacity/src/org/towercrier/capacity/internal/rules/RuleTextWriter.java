package org.towercrier.capacity.internal.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.DetectionRule;
import org.towercrier.model.alarm.OverrideValue;
import org.towercrier.model.alarm.RuleOverride;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.edit.Labels;
import org.towercrier.model.edit.YamlText;

/**
 * Writes rule sets as YAML that people read and compare: one value a line, in the order of the model, with its unit and what it is
 * called.
 */
public final class RuleTextWriter {

    /** Number of the format. */
    static final int FORMAT = 1;
    /** Key of the number of the format. */
    static final String FORMAT_KEY = "format";
    /** Key of the class of a rule. */
    static final String KIND_KEY = "kind";

    private static final Pattern LITERAL = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?(?: \\S+)?");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][\\w.]*(?:\\[[\\w. -]+\\])?[\\w.]*");

    private final RuleUnits units;
    private final boolean comments;
    private final Labels labels = new Labels(Locale.ENGLISH);
    private final StringBuilder text = new StringBuilder();

    /**
     * @param units    of the values
     * @param comments whether to say what values are called
     */
    public RuleTextWriter(RuleUnits units, boolean comments) {
        this.units = units;
        this.comments = comments;
    }

    /** A rule set as text. */
    public String write(RuleSet set) {
        text.setLength(0);
        if (comments) {
            text.append("# ").append(oneLine(labels.of(set.eClass()))).append(": ")
                    .append(oneLine(set.getLabel() == null ? String.valueOf(set.getName()) : set.getLabel())).append('\n');
        }
        line(0, FORMAT_KEY, Integer.toString(FORMAT), "");
        members(set, 0);
        return text.toString();
    }

    private void members(EObject object, int depth) {
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            if (feature == AlarmPackage.Literals.RULE_SET__ACTIVE) {
                continue;
            }
            if (feature instanceof EAttribute attribute) {
                attribute(object, attribute, depth);
            } else if (feature instanceof EReference part && part.isContainment()) {
                part(object, part, depth);
            }
        }
    }

    private void attribute(EObject object, EAttribute attribute, int depth) {
        Object value = object.eGet(attribute);
        if (value == null || attribute.isUnsettable() && !object.eIsSet(attribute) || value instanceof List<?> none && none.isEmpty()) {
            return;
        }
        String label = labels.of(attribute);
        if (value instanceof List<?> many) {
            indent(depth).append(attribute.getName()).append(": [")
                    .append(String.join(", ", many.stream().map(each -> YamlText.quoted(word(each))).toList())).append(']');
            comment(label);
        } else {
            line(depth, attribute.getName(), written(object, attribute), label);
        }
    }

    /** The value in the notation of the text; only what is no string may look like a number or a truth. */
    private String written(EObject object, EAttribute attribute) {
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        String value = RulePath.text(object, attribute);
        if (type == String.class) {
            return YamlText.quoted(value);
        }
        return RuleUnits.written(value, units.of(object, attribute));
    }

    private static String word(Object value) {
        return value instanceof Enumerator literal ? literal.getLiteral() : String.valueOf(value);
    }

    private void part(EObject object, EReference part, int depth) {
        Object value = object.eGet(part);
        if (part == AlarmPackage.Literals.RULE_OVERRIDE__VALUES) {
            values((RuleOverride) object, depth);
        } else if (value instanceof List<?> many) {
            if (!many.isEmpty()) {
                indent(depth).append(part.getName()).append(':');
                comment(labels.of(part));
                many.forEach(each -> element(part, (EObject) each, depth + 1));
            }
        } else if (value != null) {
            indent(depth).append(part.getName()).append(':');
            EObject child = (EObject) value;
            if (child.eClass().getEAllStructuralFeatures().stream().noneMatch(child::eIsSet)) {
                text.append(" {}");
            }
            comment(labels.of(part));
            members(child, depth + 1);
        }
    }

    /** An element of a list: its first line begins with a dash. */
    private void element(EReference part, EObject child, int depth) {
        if (comments && child instanceof DetectionRule rule) {
            indent(depth).append("# ").append(oneLine(rule.getLabel() == null ? labels.of(rule.eClass()) : rule.getLabel())).append('\n');
        }
        int begin = text.length();
        if (part.getEReferenceType().isAbstract()) {
            line(depth + 1, KIND_KEY, child.eClass().getName(), labels.of(child.eClass()));
        }
        members(child, depth + 1);
        if (text.length() == begin) {
            indent(depth).append("- {}\n");
        } else {
            text.replace(begin + 2 * depth, begin + 2 * depth + 2, "- ");
        }
    }

    private void values(RuleOverride override, int depth) {
        if (override.getValues().isEmpty()) {
            return;
        }
        indent(depth).append(AlarmPackage.Literals.RULE_OVERRIDE__VALUES.getName()).append(':');
        comment(labels.of(AlarmPackage.Literals.RULE_OVERRIDE__VALUES));
        for (OverrideValue each : override.getValues()) {
            String path = String.valueOf(each.getFeature());
            String value = each.getValue() == null ? "" : each.getValue();
            OverrideTarget target = OverrideTarget.of(override, path);
            String unit = target.unit(units);
            String quantity = RuleUnits.written(value, unit);
            String shown = NUMBER.matcher(quantity).matches() || target.literal() && LITERAL.matcher(value).matches() ? quantity
                    : YamlText.quoted(value);
            line(depth + 1, KEY.matcher(path).matches() ? path : YamlText.quoted(path), shown, target.label(labels));
        }
    }

    private void line(int depth, String key, String value, String label) {
        indent(depth).append(key).append(": ").append(value);
        comment(label);
    }

    private StringBuilder indent(int depth) {
        return text.append("  ".repeat(depth));
    }

    private void comment(String label) {
        text.append(comments && !label.isEmpty() ? " # " + oneLine(label) : "").append('\n');
    }

    private static String oneLine(String label) {
        return label.replaceAll("\\R", " ");
    }
}
