package org.towercrier.customer.internal.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A segmentation as YAML: {@code name}, {@code label}, {@code description} and {@code segments}, each with {@code name}, {@code label}, {@code description}, {@code rule}
 * (one line) and {@code children}.
 */
public final class SegmentationText {

    private static final int LARGEST = 4 << 20;
    private static final int DEEPEST = 8;
    private static final CustomerFactory FACTORY = CustomerFactory.eINSTANCE;

    private SegmentationText() {
    }

    /** Writes. */
    public static String write(Segmentation segmentation) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("name", segmentation.getName());
        put(root, "label", segmentation.getLabel());
        put(root, "description", segmentation.getDescription());
        root.put("segments", segmentation.getSegments().stream().map(SegmentationText::map).toList());
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(160);
        return new Yaml(options).dump(root);
    }

    private static Map<String, Object> map(Segment segment) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", segment.getName());
        put(map, "label", segment.getLabel());
        put(map, "description", segment.getDescription());
        map.put("rule", CriterionWriter.of(segment.getCriterion()));
        if (!segment.getChildren().isEmpty()) {
            map.put("children", segment.getChildren().stream().map(SegmentationText::map).toList());
        }
        return map;
    }

    private static void put(Map<String, Object> map, String key, String value) {
        Optional.ofNullable(value).filter(text -> !text.isBlank()).ifPresent(text -> map.put(key, text));
    }

    /** Reads. @throws CustomerException with the line that is wrong */
    public static Segmentation read(String text) throws CustomerException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(text));
            Map<String, Node> members = members(root);
            Segmentation segmentation = FACTORY.createSegmentation();
            segmentation.setName(text(members, "name", root, true));
            segmentation.setLabel(text(members, "label", root, false));
            segmentation.setDescription(text(members, "description", root, false));
            segmentation.getSegments().addAll(segments(members.remove("segments"), root, 0));
            nothingElse(members);
            if (segmentation.getSegments().isEmpty()) {
                throw wrong(root, CustomerMessages.text("SegmentText_Missing", "segments"));
            }
            return segmentation;
        } catch (MarkedYAMLException broken) {
            throw new CustomerException(CustomerMessages.text("SegmentText_Line",
                    broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1, broken.getProblem()), broken);
        } catch (YAMLException broken) {
            throw new CustomerException(CustomerMessages.text("SegmentText_Line", 1, broken.getMessage()), broken);
        }
    }

    private static List<Segment> segments(Node node, Node parent, int depth) throws CustomerException {
        List<Segment> found = new ArrayList<>();
        if (node == null) {
            return found;
        }
        if (!(node instanceof SequenceNode sequence) || depth > DEEPEST) {
            throw wrong(node, CustomerMessages.text("SegmentText_List"));
        }
        for (Node each : sequence.getValue()) {
            Map<String, Node> members = members(each);
            Segment segment = FACTORY.createSegment();
            segment.setName(text(members, "name", each, true));
            segment.setLabel(text(members, "label", each, false));
            segment.setDescription(text(members, "description", each, false));
            Node rule = members.get("rule");
            String line = text(members, "rule", each, true);
            try {
                segment.setCriterion(CriterionParser.parse(line));
            } catch (CustomerException unread) {
                throw wrong(rule, unread.getMessage());
            }
            segment.getChildren().addAll(segments(members.remove("children"), each, depth + 1));
            nothingElse(members);
            found.add(segment);
        }
        return found;
    }

    private static Map<String, Node> members(Node node) throws CustomerException {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, CustomerMessages.text("SegmentText_Mapping"));
        }
        Map<String, Node> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || members.put(key.getValue(), tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), CustomerMessages.text("SegmentText_Mapping"));
            }
        }
        return members;
    }

    private static String text(Map<String, Node> members, String key, Node within, boolean needed) throws CustomerException {
        Node node = members.remove(key);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        if (node != null && !(node instanceof ScalarNode) || needed) {
            throw wrong(node == null ? within : node, CustomerMessages.text("SegmentText_Missing", key));
        }
        return null;
    }

    private static void nothingElse(Map<String, Node> members) throws CustomerException {
        for (Map.Entry<String, Node> left : members.entrySet()) {
            throw wrong(left.getValue(), CustomerMessages.text("SegmentText_Unknown", left.getKey()));
        }
    }

    private static CustomerException wrong(Node node, String reason) {
        return new CustomerException(
                CustomerMessages.text("SegmentText_Line", node == null ? 1 : node.getStartMark().getLine() + 1, reason));
    }
}
