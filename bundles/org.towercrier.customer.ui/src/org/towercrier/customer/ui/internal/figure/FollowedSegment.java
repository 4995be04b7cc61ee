package org.towercrier.customer.ui.internal.figure;

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
import org.towercrier.store.StoreException;
import org.towercrier.ui.SegmentSelection;

/**
 * A selected segment as one rule. In a segmentation the first segment that matches takes a customer, so the rule excludes all that stand before it.
 *
 * @param label its name for people
 * @param criterion true for its customers; absent for everyone
 */
public record FollowedSegment(String label, Optional<Criterion> criterion) {

    /** The rule of a selection; absent when the segmentation is not known any more. */
    static Optional<FollowedSegment> of(SegmentSelection selection, Segments segments, FigureTexts texts) throws StoreException {
        Optional<Segmentation> segmentation = segments.find(selection.segmentation());
        if (segmentation.isEmpty()) {
            return Optional.empty();
        }
        String name = SegmentNames.label(segmentation.get());
        return selection.segment().isEmpty() ? Optional.of(new FollowedSegment(name, Optional.empty()))
                : rule(segmentation.get(), selection.segment().get())
                        .map(rule -> new FollowedSegment(SegmentNames.of(segmentation.get(), texts).label(selection.segment().get()),
                                Optional.of(rule)));
    }

    /** The rule of the segment of a path; the rest for {@link Segments#UNASSIGNED}. */
    public static Optional<Criterion> rule(Segmentation segmentation, String path) {
        List<Criterion> before = new ArrayList<>();
        if (path.equals(Segments.UNASSIGNED)) {
            segmentation.getSegments().forEach(segment -> before.add(own(segment)));
            return Optional.of(without(List.of(), before));
        }
        List<Criterion> around = new ArrayList<>();
        List<Segment> level = segmentation.getSegments();
        for (String name : path.split("/")) {
            Optional<Segment> found = Optional.empty();
            for (Segment segment : level) {
                if (name.equals(segment.getName())) {
                    found = Optional.of(segment);
                    break;
                }
                before.add(own(segment));
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
            around.add(own(found.get()));
            level = found.get().getChildren();
        }
        // Whom one of its children takes is the child's.
        level.forEach(child -> before.add(own(child)));
        return Optional.of(without(around, before));
    }

    private static Criterion own(Segment segment) {
        return segment.getCriterion() == null ? CustomerFactory.eINSTANCE.createAllOf() : EcoreUtil.copy(segment.getCriterion());
    }

    private static Criterion without(List<Criterion> all, List<Criterion> none) {
        AllOf rule = CustomerFactory.eINSTANCE.createAllOf();
        rule.getCriteria().addAll(all);
        if (!none.isEmpty()) {
            NoneOf rest = CustomerFactory.eINSTANCE.createNoneOf();
            rest.getCriteria().addAll(none);
            rule.getCriteria().add(rest);
        }
        return rule;
    }
}
