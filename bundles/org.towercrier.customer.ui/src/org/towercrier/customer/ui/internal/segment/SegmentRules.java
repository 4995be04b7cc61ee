package org.towercrier.customer.ui.internal.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.customer.Segments;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.NoneOf;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;

/** Segments as criteria of their own: since the first segment that matches takes a customer, those before it are excluded. */
public final class SegmentRules {

    private record Rule(String path, Criterion criterion) {
    }

    private SegmentRules() {
    }

    /** Who is in a segment or below it, {@link Segments#UNASSIGNED} for the rest; absent when there is no such segment. */
    public static Optional<Criterion> criterion(Segmentation segmentation, String path) {
        List<Rule> rules = new ArrayList<>();
        segmentation.getSegments().forEach(segment -> add("", segment, List.of(), rules));
        NoneOf before = CustomerFactory.eINSTANCE.createNoneOf();
        for (Rule rule : rules) {
            if (rule.path().equals(path)) {
                return Optional.of(and(rule.criterion(), before));
            }
            if (!rule.path().startsWith(path + "/")) {
                before.getCriteria().add(EcoreUtil.copy(rule.criterion()));
            }
        }
        return Segments.UNASSIGNED.equals(path) ? Optional.of(before) : Optional.empty();
    }

    /** The segment of a path. */
    public static Optional<Segment> find(Segmentation segmentation, String path) {
        List<Segment> level = segmentation.getSegments();
        Optional<Segment> found = Optional.empty();
        for (String name : path.split("/")) {
            found = level.stream().filter(segment -> name.equals(segment.getName())).findFirst();
            if (found.isEmpty()) {
                return found;
            }
            level = found.get().getChildren();
        }
        return found;
    }

    /** As the engine does it: children stand before their parent, and belong to it. */
    private static void add(String parent, Segment segment, List<Criterion> within, List<Rule> rules) {
        List<Criterion> own = new ArrayList<>(within);
        Optional.ofNullable(segment.getCriterion()).ifPresent(own::add);
        segment.getChildren().forEach(child -> add(parent + segment.getName() + "/", child, own, rules));
        AllOf all = CustomerFactory.eINSTANCE.createAllOf();
        own.forEach(criterion -> all.getCriteria().add(EcoreUtil.copy(criterion)));
        rules.add(new Rule(parent + segment.getName(), all));
    }

    private static Criterion and(Criterion own, NoneOf before) {
        if (before.getCriteria().isEmpty()) {
            return own;
        }
        AllOf both = CustomerFactory.eINSTANCE.createAllOf();
        both.getCriteria().add(own);
        both.getCriteria().add(before);
        return both;
    }
}
