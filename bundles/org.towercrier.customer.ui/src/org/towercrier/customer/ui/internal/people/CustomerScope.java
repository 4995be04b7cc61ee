package org.towercrier.customer.ui.internal.people;

import java.util.List;
import java.util.Optional;

import org.towercrier.customer.CustomerTable.Filter;

/** Whose customers the table shows. */
public sealed interface CustomerScope {

    /** Everyone. */
    record All() implements CustomerScope {
    }

    /** Those of a segment, or of a whole segmentation. */
    record OfSegment(String segmentation, Optional<String> segment) implements CustomerScope {
    }

    /** Those whom another view asks to see: of a tier, of a flow. @param title whose they are, in words */
    record Asked(String title, Filter filter) implements CustomerScope {
    }

    /** Those who live or work in some cells. */
    record OfCells(List<String> cells) implements CustomerScope {
        public OfCells {
            cells = List.copyOf(cells);
        }
    }
}
