package org.towercrier.customer.ui.internal.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.towercrier.customer.Segments;

import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;

/**
 * A line of the tree of segments.
 *
 * @param label     its name for people
 * @param place     where it stands
 * @param customers in it and below it
 * @param spend     what they spend together in a month; absent when nothing is known
 * @param known     how many of them have a known spend
 * @param children  lines below it
 */
record SegmentNode(String label, Place place, long customers, Optional<Double> spend, double known, List<SegmentNode> children) {

    /**
     * A segment of a segmentation.
     *
     * @param path path of the segment, absent for the whole segmentation
     */
    record Place(String segmentation, Optional<String> path) {
    }

    SegmentNode {
        children = List.copyOf(children);
    }

    /** Mean monthly spend of those whose spend is known. */
    Optional<Double> mean() {
        return known > 0 ? spend.map(total -> total / known) : Optional.empty();
    }

    /** A segmentation with its segments in their order, those in none last. */
    static SegmentNode of(Segmentation segmentation, Segments.Sizes sizes, SegmentNames names) {
        Map<String, Segments.Size> byPath = sizes.segments().stream().collect(Collectors.toMap(Segments.Size::name, size -> size));
        List<SegmentNode> lines = new ArrayList<>();
        segmentation.getSegments().forEach(segment -> lines.add(of(segmentation.getName(), "", segment, byPath, names)));
        lines.add(line(names.ofPath(Segments.UNASSIGNED), new Place(segmentation.getName(), Optional.of(Segments.UNASSIGNED)),
                Optional.ofNullable(byPath.get(Segments.UNASSIGNED)), List.of()));
        return line(names.of(segmentation), new Place(segmentation.getName(), Optional.empty()), Optional.empty(), lines);
    }

    private static SegmentNode of(String segmentation, String parent, Segment segment, Map<String, Segments.Size> sizes,
            SegmentNames names) {
        String path = parent + segment.getName();
        List<SegmentNode> below = segment.getChildren().stream().map(child -> of(segmentation, path + "/", child, sizes, names)).toList();
        return line(names.of(segment), new Place(segmentation, Optional.of(path)), Optional.ofNullable(sizes.get(path)), below);
    }

    /** Everybody below belongs to it too. */
    private static SegmentNode line(String label, Place place, Optional<Segments.Size> own, List<SegmentNode> below) {
        long customers = own.map(Segments.Size::customers).orElse(0L) + below.stream().mapToLong(SegmentNode::customers).sum();
        double total = own.flatMap(Segments.Size::monthlySpend).orElse(0.0)
                + below.stream().flatMap(line -> line.spend().stream()).mapToDouble(Double::doubleValue).sum();
        double known = own.map(SegmentNode::known).orElse(0.0) + below.stream().mapToDouble(SegmentNode::known).sum();
        return new SegmentNode(label, place, customers, known > 0 ? Optional.of(total) : Optional.empty(), known, below);
    }

    private static double known(Segments.Size size) {
        return size.monthlySpend().isEmpty() || size.meanSpend().isEmpty() ? 0
                : size.meanSpend().get() == 0 ? size.customers() : size.monthlySpend().get() / size.meanSpend().get();
    }
}
