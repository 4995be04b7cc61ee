package org.towercrier.expansion.ui.internal;

/** Ids of the elements this bundle adds to the workbench. */
public final class ExpansionIds {

    public static final String PART_HINTS = "org.towercrier.part.expansion.hints";
    public static final String PART_HINT = "org.towercrier.part.expansion.hint";
    public static final String PART_PLAN = "org.towercrier.part.expansion.plan";
    public static final String PART_COMPARE = "org.towercrier.part.expansion.compare";
    public static final String PART_CATALOGUE = "org.towercrier.part.expansion.catalogue";

    /** The view with the figures of a cell. */
    public static final String PART_CELL = "org.towercrier.part.cell";
    public static final String PART_MAP = "org.towercrier.part.map";

    /** Context variable of the application: id of the hint that is selected. */
    public static final String HINT = "org.towercrier.selection.hint";

    /** Event: the hints of some cells are asked for; the data is a {@code CellSelection}, an empty one asks for all. */
    public static final String TOPIC_HINTS = "org/towercrier/expansion/ui/HINTS";

    public static final String COMMAND_HINTS = "org.towercrier.command.expansion.hints";
    /** Parameter of {@link #COMMAND_HINTS}: ids of cells, one a line; absent for all. */
    public static final String PARAMETER_CELLS = "org.towercrier.parameter.cells";
    public static final String COMMAND_IMPORT = "org.towercrier.command.import";

    private ExpansionIds() {
    }
}
