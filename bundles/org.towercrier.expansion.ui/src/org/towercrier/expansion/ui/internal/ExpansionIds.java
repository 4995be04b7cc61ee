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
    /** Variable of the application: the ready profile that the import page begins with when it is opened next. */
    public static final String IMPORT_PROFILE = "org.towercrier.import.profile";
    /** The profile of lists of candidate sites. */
    public static final String PROFILE_CANDIDATES = "candidate-sites";

    public static final String PART_SETTINGS = "org.towercrier.part.expansion.settings";
    public static final String COMMAND_OPEN = "org.towercrier.command.expansion.open";
    /** Parameter of {@link #COMMAND_OPEN}: id of a part. */
    public static final String PARAMETER_PART = "org.towercrier.parameter.part";
    public static final String COMMAND_ADD_CANDIDATE = "org.towercrier.command.expansion.candidate.add";
    public static final String COMMAND_REMOVE_CANDIDATE = "org.towercrier.command.expansion.candidate.remove";
    /** Parameters of {@link #COMMAND_ADD_CANDIDATE}: degrees, as Java writes numbers. */
    public static final String PARAMETER_LATITUDE = "org.towercrier.parameter.latitude";
    public static final String PARAMETER_LONGITUDE = "org.towercrier.parameter.longitude";
    /** Parameter of {@link #COMMAND_REMOVE_CANDIDATE}: its id. */
    public static final String PARAMETER_CANDIDATE = "org.towercrier.parameter.candidate";

    private ExpansionIds() {
    }
}
