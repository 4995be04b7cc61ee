package org.towercrier.capacity.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.DetectionRule;
import org.towercrier.model.alarm.OverrideValue;
import org.towercrier.model.alarm.RuleOverride;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.edit.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the text of {@link RuleTextWriter}, and says of each line that is wrong why. The order of the keys does not matter. */
final class RuleTextReader {

    /** Something wrong in a line, counted from 1. */
    record Fault(int line, Sentence reason) {
    }

    /** What was read: of no use when there are faults. */
    record Reading(RuleSet set, List<Fault> faults, Map<String, Integer> lines) {

        /** The line of a feature of a rule or an override; that of the rule when the feature has none. */
        int line(int rule, String feature) {
            String part = feature.startsWith("overrides[") ? feature.substring(0, feature.indexOf(']') + 1) : "rules[" + rule + "]";
            String own = feature.startsWith("overrides[") ? feature : part + "." + feature;
            return lines.getOrDefault(own, lines.getOrDefault(part, 1));
        }
    }

    private final RuleUnits units;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    RuleTextReader(RuleUnits units) {
        this.units = units;
    }

    Reading read(String text) {
        RuleSet set = AlarmFactory.eINSTANCE.createRuleSet();
        YamlText.compose(text, this::fault).filter(root -> members(root, set, "")).ifPresent(root -> overrides(root, set));
        return new Reading(set, faults.stream().distinct().toList(), lines);
    }

    private void fault(int line, YamlText.Fault fault, String detail) {
        switch (fault) {
            case EMPTY -> fault(line, "text.empty");
            case BROKEN -> fault(line, "text.yaml", detail);
            case NO_MAPPING -> fault(line, "text.mapping");
            case NO_SCALAR -> fault(line, "text.scalar");
            case TWICE -> fault(line, "text.twice", detail);
        }
    }

    private void fault(int line, String key, Object... arguments) {
        faults.add(new Fault(line, Sentence.of(key, arguments)));
    }

    /** Reads a mapping into an object: attributes first, since the unit of a value may depend on the KPI beside it. */
    private boolean members(Node node, EObject target, String path) {
        Map<String, NodeTuple> members = YamlText.members(node, this::fault);
        Map<EStructuralFeature, Node> parts = new java.util.LinkedHashMap<>();
        Map<EAttribute, Node> quantities = new java.util.LinkedHashMap<>();
        for (Map.Entry<String, NodeTuple> member : members.entrySet()) {
            Node value = member.getValue().getValueNode();
            EStructuralFeature feature = target.eClass().getEStructuralFeature(member.getKey());
            lines.put(path + (path.isEmpty() ? "" : ".") + member.getKey(), YamlText.line(member.getValue().getKeyNode()));
            if (feature instanceof EReference part && part.isContainment()) {
                parts.put(part, value);
            } else if (feature instanceof EAttribute attribute && feature != AlarmPackage.Literals.RULE_SET__ACTIVE) {
                if (attribute.getEAttributeType().getInstanceClass() == String.class) {
                    attribute(value, target, attribute);
                } else {
                    quantities.put(attribute, value);
                }
            } else {
                other(member.getKey(), value, YamlText.line(member.getValue().getKeyNode()), target.eClass());
            }
        }
        quantities.forEach((attribute, value) -> attribute(value, target, attribute));
        parts.forEach((part, value) -> {
            if (part != AlarmPackage.Literals.RULE_SET__OVERRIDES) {
                part(value, target, (EReference) part, path);
            }
        });
        return node instanceof MappingNode;
    }

    /** Overrides come last: what they mean depends on the rules. */
    private void overrides(Node root, RuleSet set) {
        NodeTuple overrides = YamlText.members(root, this::fault).get(AlarmPackage.Literals.RULE_SET__OVERRIDES.getName());
        if (overrides != null) {
            part(overrides.getValueNode(), set, AlarmPackage.Literals.RULE_SET__OVERRIDES, "");
        }
    }

    private void other(String key, Node value, int line, EClass type) {
        if (type == AlarmPackage.Literals.RULE_SET && key.equals(RuleTextWriter.FORMAT_KEY)) {
            String number = value instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
            if (!number.equals(Integer.toString(RuleTextWriter.FORMAT))) {
                fault(line, "text.format", number, Integer.toString(RuleTextWriter.FORMAT));
            }
        } else if (type == AlarmPackage.Literals.RULE_SET && key.equals(AlarmPackage.Literals.RULE_SET__ACTIVE.getName())) {
            fault(line, "text.active");
        } else if (!(key.equals(RuleTextWriter.KIND_KEY) && AlarmPackage.Literals.DETECTION_RULE.isSuperTypeOf(type))) {
            fault(line, "text.key", key, type.getName(), YamlText.known(type));
        }
    }

    private void attribute(Node node, EObject target, EAttribute attribute) {
        if (attribute.isMany()) {
            List<Node> words = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
            @SuppressWarnings("unchecked")
            List<Object> values = (List<Object>) target.eGet(attribute);
            Set<Object> seen = new HashSet<>();
            for (Node word : words) {
                value(word, target, attribute).filter(seen::add).ifPresent(values::add);
            }
        } else {
            value(node, target, attribute).ifPresent(value -> target.eSet(attribute, value));
        }
    }

    private Optional<Object> value(Node node, EObject target, EAttribute attribute) {
        if (!(node instanceof ScalarNode scalar)) {
            fault(YamlText.line(node), "text.scalar");
            return Optional.empty();
        }
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (type == String.class) {
            return scalar.isPlain() && scalar.getValue().isEmpty() ? Optional.empty() : Optional.of(scalar.getValue());
        }
        Optional<String> text = quantity(scalar, units.of(target, attribute));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            // The attribute is single here, also where the feature has many values.
            return Optional.ofNullable(text.get().isEmpty() ? null : RulePath.element(attribute, text.get()));
        } catch (IllegalArgumentException none) {
            String expected = attribute.getEAttributeType() instanceof EEnum literals
                    ? literals.getELiterals().stream().map(EEnumLiteral::getLiteral).collect(Collectors.joining(", "))
                    : type.getSimpleName();
            fault(YamlText.line(node), "text.value", scalar.getValue(), attribute.getName(), expected);
            return Optional.empty();
        }
    }

    private Optional<String> quantity(ScalarNode scalar, String unit) {
        Optional<String> text = RuleUnits.number(scalar.getValue(), unit);
        if (text.isEmpty()) {
            fault(YamlText.line(scalar), unit.isEmpty() ? "text.unit.none" : "text.unit", scalar.getValue(), unit);
        }
        return text;
    }

    private void part(Node node, EObject target, EReference part, String path) {
        String name = path + (path.isEmpty() ? "" : ".") + part.getName();
        if (!part.isMany()) {
            create(node, part).ifPresent(child -> {
                target.eSet(part, child);
                members(node, child, name);
            });
            return;
        }
        if (!(node instanceof SequenceNode sequence)) {
            fault(YamlText.line(node), "text.list", part.getName());
            return;
        }
        @SuppressWarnings("unchecked")
        List<EObject> children = (List<EObject>) target.eGet(part);
        for (Node each : sequence.getValue()) {
            String own = name + "[" + children.size() + "]";
            lines.put(own, YamlText.line(each));
            create(each, part).ifPresent(child -> {
                children.add(child);
                if (child instanceof RuleOverride override) {
                    override(each, override, own);
                } else {
                    members(each, child, own);
                }
            });
        }
    }

    /** An object of the class the reference asks for, or of the one that the mapping names. */
    private Optional<EObject> create(Node node, EReference part) {
        EClass type = part.getEReferenceType();
        if (!type.isAbstract()) {
            return Optional.of(EcoreUtil.create(type));
        }
        NodeTuple kind = node instanceof MappingNode ? YamlText.members(node, this::fault).get(RuleTextWriter.KIND_KEY) : null;
        String name = kind != null && kind.getValueNode() instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
        Optional<EClass> found = ModelPackages.byName(name).filter(each -> type.isSuperTypeOf(each) && !each.isAbstract());
        if (found.isEmpty()) {
            String known = ModelPackages.classes().stream().filter(each -> type.isSuperTypeOf(each) && !each.isAbstract())
                    .map(EClass::getName).sorted().collect(Collectors.joining(", "));
            fault(kind == null ? YamlText.line(node) : YamlText.line(kind.getValueNode()), "text.kind", name, known);
        }
        return found.map(EcoreUtil::create);
    }

    private void override(Node node, RuleOverride override, String path) {
        Map<String, NodeTuple> members = YamlText.members(node, this::fault);
        NodeTuple values = members.remove(AlarmPackage.Literals.RULE_OVERRIDE__VALUES.getName());
        if (node instanceof MappingNode map) {
            MappingNode rest = new MappingNode(map.getTag(), List.copyOf(members.values()), map.getFlowStyle());
            members(rest, override, path);
        }
        if (values != null) {
            lines.put(path + ".values", YamlText.line(values.getKeyNode()));
            YamlText.members(values.getValueNode(), this::fault).forEach((feature, tuple) -> value(feature, tuple, override));
        }
    }

    private void value(String feature, NodeTuple tuple, RuleOverride override) {
        OverrideTarget target = OverrideTarget.of(override, feature);
        Optional<DetectionRule> rule = target.rule();
        if (rule.isPresent() && target.path().isEmpty()) {
            fault(YamlText.line(tuple.getKeyNode()), "override.feature", feature, rule.get().eClass().getName());
        } else if (!(tuple.getValueNode() instanceof ScalarNode scalar)) {
            fault(YamlText.line(tuple.getValueNode()), "text.scalar");
        } else {
            boolean text = target.path().map(path -> path.attribute().getEAttributeType().getInstanceClass() == String.class).orElse(true);
            (text ? Optional.of(scalar.getValue()) : quantity(scalar, target.unit(units))).ifPresent(value -> {
                if (target.path().isPresent() && !target.path().get().takes(value)) {
                    fault(YamlText.line(scalar), "override.value", feature, scalar.getValue());
                }
                OverrideValue added = AlarmFactory.eINSTANCE.createOverrideValue();
                added.setFeature(feature);
                added.setValue(value);
                override.getValues().add(added);
            });
        }
    }
}
