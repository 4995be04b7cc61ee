package org.towercrier.ui;

/**
 * Element ids of the application model that bundles may contribute to. They are API: an id named here stays.
 *
 * <p>Stacks are named by perspective and place, {@code org.towercrier.stack.<perspective>.<place>}; the places are
 * the navigator on the left, the main stack in the middle, the second stack below it, and the inspector on the right.
 */
public final class WorkbenchIds {

    /** The application itself. */
    public static final String APPLICATION = "org.towercrier.application";
    /** The main window. */
    public static final String WINDOW = "org.towercrier.window.main";
    /** The stack that holds the perspectives. */
    public static final String PERSPECTIVE_STACK = "org.towercrier.perspectivestack.main";

    public static final String PERSPECTIVE_OVERVIEW = "org.towercrier.perspective.overview";
    public static final String PERSPECTIVE_NETWORK = "org.towercrier.perspective.network";
    public static final String PERSPECTIVE_MARKETING = "org.towercrier.perspective.marketing";
    public static final String PERSPECTIVE_SERVICE = "org.towercrier.perspective.service";

    public static final String STACK_OVERVIEW_NAVIGATOR = "org.towercrier.stack.overview.navigator";
    public static final String STACK_OVERVIEW_MAIN = "org.towercrier.stack.overview.main";
    public static final String STACK_OVERVIEW_SECOND = "org.towercrier.stack.overview.second";
    public static final String STACK_OVERVIEW_INSPECTOR = "org.towercrier.stack.overview.inspector";

    public static final String STACK_NETWORK_NAVIGATOR = "org.towercrier.stack.network.navigator";
    public static final String STACK_NETWORK_MAIN = "org.towercrier.stack.network.main";
    public static final String STACK_NETWORK_SECOND = "org.towercrier.stack.network.second";
    public static final String STACK_NETWORK_INSPECTOR = "org.towercrier.stack.network.inspector";

    public static final String STACK_MARKETING_NAVIGATOR = "org.towercrier.stack.marketing.navigator";
    public static final String STACK_MARKETING_MAIN = "org.towercrier.stack.marketing.main";
    public static final String STACK_MARKETING_SECOND = "org.towercrier.stack.marketing.second";
    public static final String STACK_MARKETING_INSPECTOR = "org.towercrier.stack.marketing.inspector";

    public static final String STACK_SERVICE_NAVIGATOR = "org.towercrier.stack.service.navigator";
    public static final String STACK_SERVICE_MAIN = "org.towercrier.stack.service.main";
    public static final String STACK_SERVICE_SECOND = "org.towercrier.stack.service.second";
    public static final String STACK_SERVICE_INSPECTOR = "org.towercrier.stack.service.inspector";

    public static final String MENU_MAIN = "org.towercrier.menu.main";
    public static final String MENU_FILE = "org.towercrier.menu.file";
    public static final String MENU_EDIT = "org.towercrier.menu.edit";
    public static final String MENU_VIEW = "org.towercrier.menu.view";
    public static final String MENU_TOOLS = "org.towercrier.menu.tools";
    public static final String MENU_HELP = "org.towercrier.menu.help";

    public static final String TOOLBAR_MAIN = "org.towercrier.toolbar.main";
    public static final String TRIM_TOP = "org.towercrier.trim.top";
    public static final String TRIM_STATUS = "org.towercrier.trim.status";

    /** Theme ids known to the CSS theme engine. */
    public static final String THEME_LIGHT = "org.towercrier.theme.light";
    public static final String THEME_DARK = "org.towercrier.theme.dark";

    private WorkbenchIds() {
    }
}
