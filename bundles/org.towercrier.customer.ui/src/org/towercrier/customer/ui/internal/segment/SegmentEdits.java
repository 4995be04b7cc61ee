package org.towercrier.customer.ui.internal.segment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;

/** Edits of segmentations. Each works on a copy and leaves the original as it was. */
final class SegmentEdits {

    /** An edited segmentation. @param path segment to be selected, absent for all of it */
    record Edited(Segmentation root, Optional<String> path) {
    }

    private SegmentEdits() {
    }

    /** A new segmentation with one segment that takes everyone. @param taken names that are in use */
    static Edited create(String label, String segmentLabel, Set<String> taken) {
        Segmentation root = CustomerFactory.eINSTANCE.createSegmentation();
        root.setName(free(name(label), taken));
        root.setLabel(label);
        Segment segment = segment(segmentLabel, Set.of());
        root.getSegments().add(segment);
        return new Edited(root, Optional.of(segment.getName()));
    }

    /** The same under another name. */
    static Edited duplicate(Segmentation original, String label, Set<String> taken) {
        Segmentation copy = EcoreUtil.copy(original);
        copy.setName(free(name(label), taken));
        copy.setLabel(label);
        return new Edited(copy, Optional.empty());
    }

    /** Another label for all of it; its name, by which others know it, stays. */
    static Edited rename(Segmentation original, String label) {
        Segmentation copy = EcoreUtil.copy(original);
        copy.setLabel(label);
        return new Edited(copy, Optional.empty());
    }

    /** A new segment that takes whom no other takes: last in the segmentation, or last below another segment. */
    static Edited add(Segmentation original, Optional<String> parent, String label) {
        Segmentation copy = EcoreUtil.copy(original);
        List<Segment> siblings = parent.isEmpty() ? copy.getSegments() : SegmentRules.find(copy, parent.get()).orElseThrow().getChildren();
        Segment added = segment(label, names(siblings));
        siblings.add(added);
        return new Edited(copy, Optional.of(parent.map(path -> path + "/").orElse("") + added.getName()));
    }

    /** A second segment like one, behind it. */
    static Edited duplicate(Segmentation original, String path, Function<String, String> again) {
        return at(original, path, (siblings, segment) -> {
            Segment copy = EcoreUtil.copy(segment);
            String label = again.apply(label(segment));
            copy.setLabel(label);
            copy.setName(free(name(label), names(siblings)));
            siblings.add(siblings.indexOf(segment) + 1, copy);
            return Optional.of(copy);
        });
    }

    /** Another label for a segment; its name, by which its history is known, stays. */
    static Edited rename(Segmentation original, String path, String label) {
        return at(original, path, (siblings, segment) -> {
            segment.setLabel(label);
            return Optional.of(segment);
        });
    }

    /** Without a segment and those below it. */
    static Edited remove(Segmentation original, String path) {
        return at(original, path, (siblings, segment) -> {
            siblings.remove(segment);
            return Optional.empty();
        });
    }

    /** A segment earlier (−1) or later (1) among its neighbours: the first that matches takes a customer. */
    static Edited shift(Segmentation original, String path, int by) {
        return at(original, path, (siblings, segment) -> {
            int at = siblings.indexOf(segment);
            int to = Math.clamp(at + by, 0, siblings.size() - 1);
            siblings.remove(at);
            siblings.add(to, segment);
            return Optional.of(segment);
        });
    }

    @FunctionalInterface
    private interface Edit {
        Optional<Segment> apply(List<Segment> siblings, Segment segment);
    }

    private static Edited at(Segmentation original, String path, Edit edit) {
        Segmentation copy = EcoreUtil.copy(original);
        int slash = path.lastIndexOf('/');
        List<Segment> siblings = slash < 0 ? copy.getSegments()
                : SegmentRules.find(copy, path.substring(0, slash)).orElseThrow().getChildren();
        Segment segment = SegmentRules.find(copy, path).orElseThrow();
        Optional<Segment> selected = edit.apply(siblings, segment);
        return new Edited(copy, selected.map(each -> path.substring(0, slash + 1) + each.getName()));
    }

    private static Segment segment(String label, Set<String> taken) {
        Segment segment = CustomerFactory.eINSTANCE.createSegment();
        segment.setName(free(name(label), taken));
        segment.setLabel(label);
        segment.setCriterion(CustomerFactory.eINSTANCE.createAllOf());
        return segment;
    }

    private static Set<String> names(List<Segment> segments) {
        return segments.stream().map(Segment::getName).collect(Collectors.toSet());
    }

    private static String label(Segment segment) {
        return segment.getLabel() == null || segment.getLabel().isBlank() ? segment.getName() : segment.getLabel();
    }

    /** Slashes part the names in a path. */
    private static String name(String label) {
        String name = label.strip().replace('/', '-');
        return name.isEmpty() ? "segment" : name;
    }

    /** The name itself, or with the first number that makes it unique. */
    static String free(String name, Set<String> taken) {
        return Stream.iterate(1, number -> number + 1).map(number -> number == 1 ? name : name + " " + number)
                .filter(each -> !taken.contains(each)).findFirst().orElseThrow();
    }
}
