package org.towercrier.capacity.ui.internal.notice;

import java.util.Map;

/** Which notices of new alarms the operator wants; none unless switched on. Kept with the layout of the window. */
enum NoticeSettings {

    /** A sound. */
    SOUND("org.towercrier.alarms.sound", "org.towercrier.menu.view.alarms.sound"),
    /** A small window in the corner of the screen. */
    NOTICE("org.towercrier.alarms.notice", "org.towercrier.menu.view.alarms.notice");

    private final String key;
    private final String menuItem;

    NoticeSettings(String key, String menuItem) {
        this.key = key;
        this.menuItem = menuItem;
    }

    /** Id of the item of the menu that switches it. */
    String menuItem() {
        return menuItem;
    }

    boolean isOn(Map<String, String> kept) {
        return Boolean.parseBoolean(kept.get(key));
    }

    void set(Map<String, String> kept, boolean on) {
        kept.put(key, Boolean.toString(on));
    }
}
