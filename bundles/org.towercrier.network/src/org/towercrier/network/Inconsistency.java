package org.towercrier.network;

import java.util.List;
import java.util.Objects;

/**
 * Something about the topology that does not fit. It is told, never mended silently.
 *
 * @param kind
 *            what is wrong
 * @param count
 *            how many things it concerns
 * @param examples
 *            some of them, by identity
 */
public record Inconsistency(Kind kind, long count, List<String> examples) {

    /** At most so many examples are given. */
    public static final int EXAMPLES = 10;

    /** What can be wrong. */
    public enum Kind {
        /** A cell names no site, so that it belongs to no physical sector. */
        CELL_WITHOUT_SITE,
        /** A cell names a site that is not in the inventory. */
        UNKNOWN_SITE,
        /** A cell names a base station that is not in the inventory. */
        UNKNOWN_BASE_STATION,
        /** A cell or site names a region that is not in the inventory. */
        UNKNOWN_REGION,
        /** A cell has no technology. */
        WITHOUT_TECHNOLOGY,
        /** Neither the cell nor its site has a position: it cannot be shown on the map. */
        WITHOUT_POSITION,
        /** A cell lies further than 2 km from its own site. */
        FAR_FROM_SITE,
        /** An azimuth is not between 0 and 360 degrees. */
        AZIMUTH_OUT_OF_RANGE,
        /** Two cells of one technology have the same country, network, area and cell identity. */
        DUPLICATE_IDENTITY,
        /** Neighbours on one frequency have the same physical cell identity and cannot be told apart. */
        NEIGHBOURS_WITH_SAME_PCI,
        /** A neighbour relation names a cell that is not in the inventory. */
        UNKNOWN_NEIGHBOUR,
        /** A neighbour relation exists in one direction only. */
        ONE_WAY_NEIGHBOUR,
        /** Something was measured that is not in the inventory; its measurements wait for it. */
        MEASURED_BUT_UNKNOWN,
        /** A cell of the inventory was never measured although others are. */
        NEVER_MEASURED
    }

    public Inconsistency {
        Objects.requireNonNull(kind);
        examples = List.copyOf(examples);
    }
}
