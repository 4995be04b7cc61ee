package org.towercrier.model.edit;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What the texts of all documents have in common: YAML that people read, write and compare. Reading makes no objects, follows no
 * tags and is bounded; what is wrong is told with its line.
 */
public final class YamlText {

    private static final int LARGEST_TEXT = 16 << 20;
    private static final int MOST_ALIASES = 50;
    private static final int FIRST_NON_CHARACTER = 0xfffe;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./%()+-]*(?: [A-Za-z0-9_./%()+-]+)*");
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    /** What can be wrong with a text before its meaning is asked. */
    public enum Fault {
        /** There is nothing in it. */
        EMPTY,
        /** It is no YAML; the detail is the parser's sentence. */
        BROKEN,
        /** A mapping is expected. */
        NO_MAPPING,
        /** A single value is expected. */
        NO_SCALAR,
        /** A name is given twice; the detail is the name. */
        TWICE
    }

    /** Is told what is wrong. */
    @FunctionalInterface
    public interface Faults {
        /**
         * Something is wrong.
         *
         * @param line   from 1
         * @param fault  what
         * @param detail a part of the text or the parser's sentence; may be empty
         */
        void found(int line, Fault fault, String detail);
    }

    private YamlText() {
    }

    /** The root of a text; empty when there is none, which is a fault. */
    public static Optional<Node> compose(String text, Faults faults) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_TEXT);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setAllowRecursiveKeys(false);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                faults.found(1, Fault.EMPTY, "");
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
            faults.found(line, Fault.BROKEN, String.valueOf(broken.getProblem()));
        } catch (YAMLException broken) {
            faults.found(1, Fault.BROKEN, String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
        }
        return Optional.empty();
    }

    /** The members of a mapping by their names, in their order; empty for anything else, which is a fault. */
    public static Map<String, NodeTuple> members(Node node, Faults faults) {
        Map<String, NodeTuple> members = new LinkedHashMap<>();
        if (!(node instanceof MappingNode map)) {
            faults.found(line(node), Fault.NO_MAPPING, "");
            return members;
        }
        for (NodeTuple each : map.getValue()) {
            if (!(each.getKeyNode() instanceof ScalarNode key)) {
                faults.found(line(each.getKeyNode()), Fault.NO_SCALAR, "");
            } else if (members.putIfAbsent(key.getValue(), each) != null) {
                faults.found(line(key), Fault.TWICE, key.getValue());
            }
        }
        return members;
    }

    /** The line in which a node begins, from 1. */
    public static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The names that a class knows, for the sentence about one that it does not know. */
    public static String known(EClass type) {
        return type.getEAllStructuralFeatures().stream().map(EStructuralFeature::getName).sorted().collect(Collectors.joining(", "));
    }

    /** Whether a string can stand without quotes: nothing in it means anything in YAML. */
    public static boolean isPlain(String value) {
        return PLAIN.matcher(value).matches() && !AMBIGUOUS.matcher(value).matches();
    }

    /** A string as it is written: as it is when nothing in it means anything in YAML, else in double quotes. */
    public static String quoted(String value) {
        if (isPlain(value)) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(isReadable(c) ? Character.toString(c) : String.format("\\u%04x", c));
            }
        });
        return quoted.append('"').toString();
    }

    /** Whether every reader shows it and YAML allows it; what lies beyond 16 bits does. */
    private static boolean isReadable(int c) {
        boolean invisible = Character.isISOControl(c) || c >= 0x200b && c <= 0x200f || c >= 0x2028 && c <= 0x202e || c == 0xfeff;
        boolean none = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE || c == FIRST_NON_CHARACTER || c == 0xffff;
        return !invisible && !none;
    }
}
