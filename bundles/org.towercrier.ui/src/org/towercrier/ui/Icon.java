package org.towercrier.ui;

import java.util.Locale;

/** The pictures of the workbench: one family, drawn for 16 pixels with a stroke of 1.5. */
public enum Icon {

    ACCESS_POINT,
    ACKNOWLEDGE,
    ADD,
    ALARM,
    BARS,
    CELL,
    CHART,
    CLEAR,
    COLUMNS,
    COMMENT,
    COPY,
    DELETE,
    DETECT,
    DOWN,
    EDIT,
    ERROR,
    EXPORT,
    FILTER,
    FIT,
    HELP,
    HISTORY,
    IMPORT,
    INFORMATION,
    LAYERS,
    LINK,
    LOG,
    MAP,
    MARKETING,
    NETWORK,
    NEXT,
    OPEN,
    OVERVIEW,
    PAUSE,
    PICTURE,
    PLAY,
    PREVIOUS,
    REDO,
    REFRESH,
    REMOVE,
    REPORT,
    RULE,
    SAMPLE,
    SAVE,
    SEARCH,
    SERVICE,
    SETTINGS,
    SHELVE,
    SITE,
    STOP,
    TABLE,
    THEME,
    UNDO,
    UP,
    USER,
    USERS,
    WARNING,
    ZOOM_IN,
    ZOOM_OUT;

    /** Path of the picture in this bundle, for bright or dark grounds. */
    String path(boolean dark) {
        return (dark ? "icons/dark/" : "icons/") + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }

    /** Address of the picture for application models; on dark grounds {@link ThemeIcons} exchanges it. */
    public String uri() {
        return "platform:/plugin/org.towercrier.ui/" + path(false);
    }
}
