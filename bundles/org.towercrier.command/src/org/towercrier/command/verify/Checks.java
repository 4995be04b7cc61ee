package org.towercrier.command.verify;

import java.util.List;

/** The checks of one area, contributed as a Declarative Services component. */
public interface Checks {

    /** In the order in which they are listed; ids are unique over the product, prefixed by the area. */
    List<Check> checks();
}
