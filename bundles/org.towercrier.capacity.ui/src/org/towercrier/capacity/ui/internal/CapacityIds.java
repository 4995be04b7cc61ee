package org.towercrier.capacity.ui.internal;

/** Ids of the elements this bundle adds to the workbench. */
public final class CapacityIds {

    public static final String PART_OVERVIEW = "org.towercrier.part.overview";
    public static final String PART_MAP = "org.towercrier.part.map";
    public static final String PART_ALARMS = "org.towercrier.part.alarms";
    public static final String PART_CAUSES = "org.towercrier.part.causes";
    public static final String PART_CELLS = "org.towercrier.part.cells";
    public static final String PART_CELL = "org.towercrier.part.cell";
    public static final String PART_EVIDENCE = "org.towercrier.part.evidence";
    public static final String PART_FORECASTS = "org.towercrier.part.forecasts";
    public static final String PART_HAND_OVER = "org.towercrier.part.handover";
    public static final String PART_INSPECTOR = "org.towercrier.part.inspector";
    public static final String PART_KPIS = "org.towercrier.part.kpis";
    public static final String PART_LIFE_CYCLE = "org.towercrier.part.lifecycle";
    public static final String PART_SITUATIONS = "org.towercrier.part.situations";
    public static final String PART_RULES = "org.towercrier.part.rules";
    public static final String PART_SIMULATOR = "org.towercrier.part.simulator";

    /** Event: somebody wants to see what a rule set does; the data is its name. */
    public static final String TOPIC_SIMULATE = "org/towercrier/capacity/SIMULATE";

    /** Event: the alarm list is asked to filter and lay itself out otherwise; the data is a {@code ListFilter}. */
    public static final String TOPIC_FILTER = "org/towercrier/capacity/ui/FILTER";

    private CapacityIds() {
    }
}
