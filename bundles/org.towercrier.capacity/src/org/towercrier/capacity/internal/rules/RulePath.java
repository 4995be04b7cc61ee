package org.towercrier.capacity.internal.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.edit.Labels;

/**
 * The way from a rule to one of its values: an attribute, {@code severity}; one of a part, {@code threshold.value}; or one of a
 * part among several, {@code thresholds[LARGE].pdschUsage}, where the first attribute of the part is its key.
 *
 * @param part      the part the attribute belongs to, absent when it is the rule's own
 * @param key       the key among several parts, absent when there is at most one
 * @param attribute the attribute
 */
public record RulePath(Optional<EReference> part, Optional<String> key, EAttribute attribute) {

    private static final Pattern FORM = Pattern.compile("(?:(\\w+)(?:\\[(.+)\\])?\\.)?(\\w+)");

    /** What tells the rule and its alarms apart cannot differ from place to place, and a scope cannot depend on itself. */
    private static final Set<EStructuralFeature> FIXED = Set.of(AlarmPackage.Literals.DETECTION_RULE__ID,
            AlarmPackage.Literals.DETECTION_RULE__NAME, AlarmPackage.Literals.DETECTION_RULE__LABEL,
            AlarmPackage.Literals.DETECTION_RULE__SCOPE, AlarmPackage.Literals.DETECTION_RULE__PROBABLE_CAUSE);

    /** The path that a text names in rules of a class, empty when there is none or it cannot differ from place to place. */
    public static Optional<RulePath> parse(EClass rule, String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        if (form.group(1) == null) {
            return attribute(rule, form.group(3)).map(own -> new RulePath(Optional.empty(), Optional.empty(), own));
        }
        if (!(rule.getEStructuralFeature(form.group(1)) instanceof EReference part) || !part.isContainment() || FIXED.contains(part)
                || part.isMany() != (form.group(2) != null)) {
            return Optional.empty();
        }
        Optional<String> key = Optional.ofNullable(form.group(2)).map(String::strip);
        return attribute(part.getEReferenceType(), form.group(3)).filter(found -> !part.isMany() || found != keyOf(part))
                .map(found -> new RulePath(Optional.of(part), key, found));
    }

    private static Optional<EAttribute> attribute(EClass type, String name) {
        return type.getEStructuralFeature(name) instanceof EAttribute found && !FIXED.contains(found) ? Optional.of(found)
                : Optional.empty();
    }

    private static EAttribute keyOf(EReference part) {
        return part.getEReferenceType().getEAllAttributes().getFirst();
    }

    /** All paths of a rule, in the order of the model: those of its parts as far as it has them. */
    public static List<RulePath> of(EObject rule) {
        List<RulePath> paths = new ArrayList<>();
        for (EStructuralFeature feature : rule.eClass().getEAllStructuralFeatures()) {
            if (FIXED.contains(feature)) {
                continue;
            }
            if (feature instanceof EAttribute own) {
                paths.add(new RulePath(Optional.empty(), Optional.empty(), own));
            } else if (feature instanceof EReference part && part.isContainment()) {
                paths.addAll(of(rule, part));
            }
        }
        return paths;
    }

    private static List<RulePath> of(EObject rule, EReference part) {
        List<RulePath> paths = new ArrayList<>();
        for (EObject each : parts(rule, part)) {
            Optional<String> key = part.isMany() ? Optional.of(text(each, keyOf(part))) : Optional.empty();
            for (EAttribute attribute : each.eClass().getEAllAttributes()) {
                if (!part.isMany() || attribute != keyOf(part)) {
                    paths.add(new RulePath(Optional.of(part), key, attribute));
                }
            }
        }
        return paths;
    }

    private static List<EObject> parts(EObject rule, EReference part) {
        Object value = rule.eGet(part);
        if (value instanceof List<?> many) {
            return many.stream().map(EObject.class::cast).toList();
        }
        return value == null ? List.of() : List.of((EObject) value);
    }

    /** What the value belongs to: the rule or one of its parts. */
    public Optional<EObject> holder(EObject rule) {
        if (part.isEmpty()) {
            return Optional.of(rule);
        }
        return parts(rule, part.get()).stream().filter(each -> key.isEmpty() || key.get().equals(text(each, keyOf(part.get()))))
                .findFirst();
    }

    /** The value as text, empty when the rule has none. */
    public String get(EObject rule) {
        return holder(rule).map(holder -> text(holder, attribute)).orElse("");
    }

    /**
     * Sets the value; a part that is missing is added. An empty text takes the value away.
     *
     * @throws IllegalArgumentException the text is no value of the attribute
     */
    public void set(EObject rule, String text) {
        Object value = value(attribute, text);
        EObject holder = holder(rule).orElseGet(() -> add(rule));
        holder.eSet(attribute, value);
    }

    /** The value for people, e.g. {@code Class thresholds LARGE: PDSCH usage}. */
    public String label(Labels labels) {
        return part.map(each -> labels.of(each) + key.map(name -> " " + name).orElse("") + ": ").orElse("") + labels.of(attribute);
    }

    /** Whether a text is a value of the attribute, and the key one of the parts. */
    public boolean takes(String text) {
        try {
            value(attribute, text);
            if (key.isPresent()) {
                value(keyOf(part.orElseThrow()), key.get());
            }
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private EObject add(EObject rule) {
        EReference where = part.orElseThrow();
        EObject added = EcoreUtil.create(where.getEReferenceType());
        if (where.isMany()) {
            added.eSet(keyOf(where), value(keyOf(where), key.orElseThrow()));
            @SuppressWarnings("unchecked")
            List<EObject> several = (List<EObject>) rule.eGet(where);
            several.add(added);
        } else {
            rule.eSet(where, added);
        }
        return added;
    }

    /**
     * The value of an attribute that a text stands for.
     *
     * @throws IllegalArgumentException none
     */
    static Object value(EAttribute attribute, String text) {
        String stripped = text.strip();
        if (attribute.isMany()) {
            return Arrays.stream(stripped.split(",")).map(String::strip).filter(word -> !word.isEmpty())
                    .map(word -> element(attribute, word)).toList();
        }
        return stripped.isEmpty() ? null : element(attribute, stripped);
    }

    /** One value of an attribute. */
    static Object element(EAttribute attribute, String text) {
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (type == Boolean.class && !Set.of("true", "false").contains(text)) {
            throw new IllegalArgumentException(text);
        }
        Object value = EcoreUtil.createFromString(attribute.getEAttributeType(), text);
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    /** The value of an attribute as text: whole numbers without a point, the elements of lists with commas. */
    static String text(EObject holder, EAttribute attribute) {
        Object value = holder.eGet(attribute);
        if (value instanceof List<?> many) {
            return many.stream().map(each -> written(attribute, each)).collect(Collectors.joining(", "));
        }
        return value == null ? "" : written(attribute, value);
    }

    private static String written(EAttribute attribute, Object value) {
        return value instanceof Double number ? RuleNumbers.text(number)
                : EcoreUtil.convertToString(attribute.getEAttributeType(), value);
    }

    @Override
    public String toString() {
        return part.map(each -> each.getName() + key.map(name -> "[" + name + "]").orElse("") + ".").orElse("") + attribute.getName();
    }
}
