package org.towercrier.ui.map;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.swt.widgets.Menu;

import org.towercrier.ui.kit.UiMessages;

/**
 * What another area lays over the map of the network. Provided as an OSGi service that is there as long as its bundle is; what has
 * nothing to show has an empty layer. The ids of its hits are ids of cells: selecting a thing selects the cells it is about.
 */
public interface MapAddition {

    /** What it is called beside the switch that shows and hides it. */
    String label(Locale locale);

    /**
     * Makes a layer for one map.
     *
     * @param window runs something on the thread of the window, later: the only thread on which a layer may change
     */
    Laid open(UiMessages messages, Executor window);

    /** Runs a command of the workbench by its id. */
    @FunctionalInterface
    interface CommandRunner {
        void run(String command, Map<String, Object> parameters);
    }

    /** A layer on a map, until it is closed with the map. */
    interface Laid extends AutoCloseable {

        MapLayer layer();

        /**
         * Adds to the menu of the map.
         *
         * @param place    where it was asked for
         * @param commands runs commands of the workbench
         */
        default void fillMenu(Menu menu, MapPlace place, CommandRunner commands) {
            // Most only show something.
        }

        @Override
        void close();
    }
}
