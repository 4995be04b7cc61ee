package org.towercrier.customer.ui.internal.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.customer.Segments;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;

/** What the segments of a segmentation are called. */
public final class SegmentNames {

    /** Stands for a date at which somebody was no customer. */
    private static final String ABSENT = "absent";

    /** Of nothing: every path is its own name. */
    public static final SegmentNames NONE = new SegmentNames();

    private final Map<String, String> labels = new HashMap<>();

    private SegmentNames() {
    }

    /** The names of a segmentation, those of the rest included. */
    public static SegmentNames of(Segmentation segmentation, FigureTexts texts) {
        SegmentNames names = new SegmentNames();
        names.add("", segmentation.getSegments());
        names.labels.put(Segments.UNASSIGNED, texts.get("Segment_unassigned"));
        names.labels.put(ABSENT, texts.get("Segment_absent"));
        return names;
    }

    /** What a segmentation is called. */
    public static String label(Segmentation segmentation) {
        return segmentation.getLabel() == null ? segmentation.getName() : segmentation.getLabel();
    }

    private void add(String above, List<Segment> segments) {
        for (Segment segment : segments) {
            String path = above + segment.getName();
            labels.put(path, segment.getLabel() == null ? segment.getName() : segment.getLabel());
            add(path + "/", segment.getChildren());
        }
    }

    /** What the segment of a path is called; the path itself when it is not known. */
    public String label(String path) {
        return labels.getOrDefault(path, path);
    }
}
