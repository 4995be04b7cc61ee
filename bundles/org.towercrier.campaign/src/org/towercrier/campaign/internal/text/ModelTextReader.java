package org.towercrier.campaign.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.campaign.CampaignTexts.Fault;
import org.towercrier.campaign.Reason;
import org.towercrier.customer.CustomerException;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.edit.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a document from YAML, and says of each line that is wrong why. The order of the keys does not matter. */
final class ModelTextReader {

    private static final String KIND = "kind";

    /** Reads a criterion that is one line. */
    @FunctionalInterface
    interface Criteria {
        Criterion parse(String text) throws CustomerException;
    }

    private final Criteria criteria;
    private final List<Fault> faults = new ArrayList<>();

    ModelTextReader(Criteria criteria) {
        this.criteria = criteria;
    }

    List<Fault> faults() {
        return faults.stream().distinct().sorted(java.util.Comparator.comparingInt(Fault::line)).toList();
    }

    /** Reads a text into an object. */
    void read(String text, EObject root) {
        YamlText.compose(text, this::fault).ifPresent(node -> members(node, root));
    }

    private void fault(int line, YamlText.Fault fault, String detail) {
        switch (fault) {
            case EMPTY -> fault(line, "Text_Empty");
            case BROKEN -> fault(line, "Text_Yaml", detail);
            case NO_MAPPING -> fault(line, "Text_Mapping");
            case NO_SCALAR -> fault(line, "Text_Scalar");
            case TWICE -> fault(line, "Text_Twice", detail);
        }
    }

    private void fault(int line, String key, Object... arguments) {
        faults.add(new Fault(line, Reason.of(key, arguments)));
    }

    private void members(Node node, EObject target) {
        for (Map.Entry<String, NodeTuple> member : YamlText.members(node, this::fault).entrySet()) {
            Node value = member.getValue().getValueNode();
            EStructuralFeature feature = target.eClass().getEStructuralFeature(member.getKey());
            if (feature instanceof EReference part && part.isContainment()) {
                part(value, target, part);
            } else if (feature instanceof EAttribute attribute) {
                attribute(value, target, attribute);
            } else if (!member.getKey().equals(KIND) || !CustomerPackage.Literals.CRITERION.isSuperTypeOf(target.eClass())) {
                fault(YamlText.line(member.getValue().getKeyNode()), "Text_Key", member.getKey(), YamlText.known(target.eClass()));
            }
        }
    }

    private void attribute(Node node, EObject target, EAttribute attribute) {
        if (attribute.isMany()) {
            List<Node> words = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
            @SuppressWarnings("unchecked")
            List<Object> values = (List<Object>) target.eGet(attribute);
            words.forEach(word -> value(word, attribute).ifPresent(values::add));
        } else {
            value(node, attribute).ifPresent(value -> target.eSet(attribute, value));
        }
    }

    private Optional<Object> value(Node node, EAttribute attribute) {
        if (!(node instanceof ScalarNode scalar)) {
            fault(YamlText.line(node), "Text_Scalar");
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        if (attribute.getEAttributeType().getInstanceClass() == String.class) {
            return scalar.isPlain() && text.isEmpty() ? Optional.empty() : Optional.of(scalar.getValue());
        }
        if (text.isEmpty() || scalar.isPlain() && (text.equals("~") || text.equals("null"))) {
            return Optional.empty();
        }
        try {
            if (attribute.getEAttributeType() instanceof EEnum literals) {
                return Optional.of(literal(literals, text));
            }
            Object value = EcoreUtil.createFromString(attribute.getEAttributeType(), number(text, attribute));
            if (value == null || value instanceof Double number && !Double.isFinite(number)) {
                throw new IllegalArgumentException(text);
            }
            return Optional.of(value);
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            fault(YamlText.line(node), "Text_Value", scalar.getValue(), attribute.getName(), expected(attribute));
            return Optional.empty();
        }
    }

    /** A share may be written in percent. */
    private static String number(String text, EAttribute attribute) {
        boolean number = Number.class.isAssignableFrom(attribute.getEAttributeType().getInstanceClass());
        if (number && text.endsWith("%")) {
            return new java.math.BigDecimal(text.substring(0, text.length() - 1).strip()).movePointLeft(2).toPlainString();
        }
        if (attribute.getEAttributeType().getInstanceClass() == Boolean.class && !text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Object literal(EEnum literals, String text) {
        String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        EEnumLiteral found = literals.getEEnumLiteralByLiteral(wanted);
        if (found == null) {
            throw new IllegalArgumentException(text);
        }
        return found.getInstance();
    }

    private static String expected(EAttribute attribute) {
        return attribute.getEAttributeType() instanceof EEnum literals
                ? literals.getELiterals().stream().map(EEnumLiteral::getLiteral).collect(Collectors.joining(", "))
                : switch (attribute.getEAttributeType().getInstanceClass().getSimpleName()) {
                    case "LocalDate" -> "2026-12-31";
                    case "Instant" -> "2026-12-31T08:00:00Z";
                    case "Boolean", "boolean" -> "true, false";
                    case "Integer", "Long", "int", "long" -> "12";
                    default -> "12.5";
                };
    }

    private void part(Node node, EObject target, EReference part) {
        if (!part.isMany()) {
            create(node, part).ifPresent(child -> target.eSet(part, child));
            return;
        }
        if (!(node instanceof SequenceNode sequence)) {
            fault(YamlText.line(node), "Text_List", part.getName());
            return;
        }
        @SuppressWarnings("unchecked")
        List<EObject> children = (List<EObject>) target.eGet(part);
        sequence.getValue().forEach(each -> create(each, part).ifPresent(children::add));
    }

    /** An object of the class the reference asks for, or of the one that the mapping names; a criterion may be one line. */
    private Optional<EObject> create(Node node, EReference part) {
        EClass type = part.getEReferenceType();
        if (type == CustomerPackage.Literals.CRITERION && node instanceof ScalarNode line) {
            return criterion(line);
        }
        Optional<EClass> found = Optional.of(type);
        if (type.isAbstract()) {
            NodeTuple kind = node instanceof MappingNode ? YamlText.members(node, this::fault).get(KIND) : null;
            String name = kind != null && kind.getValueNode() instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
            found = ModelPackages.byName(name).filter(each -> type.isSuperTypeOf(each) && !each.isAbstract());
            if (found.isEmpty()) {
                fault(kind == null ? YamlText.line(node) : YamlText.line(kind.getValueNode()), "Text_Kind", name,
                        ModelPackages.classes().stream()
                                .filter(each -> type.isSuperTypeOf(each) && !each.isAbstract()).map(EClass::getName).sorted()
                                .collect(Collectors.joining(", ")));
            }
        }
        Optional<EObject> made = found.map(EcoreUtil::create);
        made.ifPresent(child -> members(node, child));
        return made;
    }

    private Optional<EObject> criterion(ScalarNode node) {
        try {
            return node.getValue().isBlank() ? Optional.empty() : Optional.of(criteria.parse(node.getValue()));
        } catch (CustomerException wrong) {
            fault(YamlText.line(node), "Text_Criterion", wrong.getMessage());
            return Optional.empty();
        }
    }
}
