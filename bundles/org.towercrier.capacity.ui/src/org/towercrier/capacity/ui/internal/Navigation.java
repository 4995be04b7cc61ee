package org.towercrier.capacity.ui.internal;

import java.util.List;
import java.util.Map;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.Topics;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.Views;

import jakarta.inject.Inject;

/** Leads from one view of the network to another. */
@Creatable
public final class Navigation {

    private static final String DETECT = "org.towercrier.command.detect";
    private static final String CARE = "org.towercrier.command.care";
    private static final String ALARM = "org.towercrier.parameter.alarm";
    private static final String HINTS = "org.towercrier.command.expansion.hints";
    private static final String CELLS = "org.towercrier.parameter.cells";
    private static final String IMPORT = "org.towercrier.command.import";

    private final Views views;
    private final Commands commands;
    private final IEventBroker events;
    private final SharedSelection selection;

    @Inject
    public Navigation(Views views, Commands commands, IEventBroker events, SharedSelection selection) {
        this.views = views;
        this.commands = commands;
        this.events = events;
        this.selection = selection;
    }

    /** Shows the alarm list, filtered by a text. */
    public void alarms(String filter) {
        views.show(WorkbenchIds.PERSPECTIVE_NETWORK, CapacityIds.PART_ALARMS);
        events.post(Topics.FILTER_ALARMS, filter);
    }

    /** Shows cells on the map and selects them. */
    public void cells(CellSelection cells) {
        views.show(WorkbenchIds.PERSPECTIVE_NETWORK, CapacityIds.PART_MAP);
        selection.cells(cells);
        events.post(Topics.REVEAL_CELLS, cells);
    }

    /** Runs a command of another area. */
    public void run(String command, Map<String, Object> parameters) {
        commands.run(command, parameters);
    }

    /** Whether an area is there that knows what to do about full cells. */
    public boolean hasHints() {
        return commands.canRun(HINTS);
    }

    /** Shows what could be done about cells that are full. */
    public void hints(List<String> cells) {
        commands.run(HINTS, Map.of(CELLS, String.join("\n", cells)));
    }

    /** Whether an area is there that can say something to the customers behind an alarm. */
    public boolean hasCare() {
        return commands.canRun(CARE);
    }

    /** Makes a message of care for the customers behind an alarm, and opens it. */
    public void care(String alarm) {
        commands.run(CARE, Map.of(ALARM, alarm));
    }

    /** Opens the import page. */
    public void importFiles() {
        commands.run(IMPORT);
    }

    /** Evaluates the rules. */
    public void detect() {
        commands.run(DETECT);
    }

    /** Shows a view where it stands. */
    public void show(String part) {
        views.show(part);
    }
}
