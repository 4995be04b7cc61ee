package org.towercrier.ui;

import java.util.Objects;
import java.util.Optional;

/**
 * The group of customers somebody picked, wherever they did it.
 *
 * @param segmentation name of the segmentation
 * @param segment path of names of the segment in it, {@code parent/child}; absent for all of the segmentation
 * @param origin the part that made the selection, so that it can leave its own echo alone
 */
public record SegmentSelection(String segmentation, Optional<String> segment, Object origin) {

    public SegmentSelection {
        Objects.requireNonNull(segmentation, "segmentation");
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(origin, "origin");
    }

    /** A whole segmentation. */
    public static SegmentSelection all(String segmentation, Object origin) {
        return new SegmentSelection(segmentation, Optional.empty(), origin);
    }

    /** Whether both name the same customers. */
    public boolean isSame(SegmentSelection other) {
        return segmentation.equals(other.segmentation) && segment.equals(other.segment);
    }

    /** Whether {@code part} made this selection itself. */
    public boolean isFrom(Object part) {
        return origin == part;
    }
}
