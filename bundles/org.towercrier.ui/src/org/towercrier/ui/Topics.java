package org.towercrier.ui;

/**
 * Topics of the event bus that views subscribe to. They are API: a topic named here stays.
 */
public final class Topics {

    /** Property of events that carries their payload ({@code IEventBroker.DATA}). */
    public static final String DATA = "org.eclipse.e4.data";

    /** Posted by the store after a commit; property {@link #TABLES} names the tables that changed. */
    public static final String STORE_CHANGED = "org/towercrier/store/CHANGED";
    /** Property of {@link #STORE_CHANGED}: {@code String[]}, table names. */
    public static final String TABLES = "tables";

    /** A workspace was opened; data: its folder as {@code java.nio.file.Path}. */
    public static final String WORKSPACE_OPENED = "org/towercrier/ui/workspace/OPENED";
    /** The workspace was closed; no data. */
    public static final String WORKSPACE_CLOSED = "org/towercrier/ui/workspace/CLOSED";
    /** Both workspace topics. */
    public static final String WORKSPACE_ALL = "org/towercrier/ui/workspace/*";

    /** A view is asked to show its content filtered; data: the filter text in the words of the quick filter. */
    public static final String FILTER_ALARMS = "org/towercrier/ui/filter/ALARMS";
    /** The map is asked to bring cells into view; data: {@link CellSelection}. */
    public static final String REVEAL_CELLS = "org/towercrier/ui/reveal/CELLS";

    /** Posted by the CSS engine when the theme was switched. */
    public static final String THEME_CHANGED = "org/eclipse/e4/ui/css/swt/theme/ThemeManager/themeChanged";

    private Topics() {
    }
}
