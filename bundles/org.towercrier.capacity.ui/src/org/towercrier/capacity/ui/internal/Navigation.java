package org.towercrier.capacity.ui.internal;

import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.Topics;
import org.towercrier.ui.WorkbenchIds;

import jakarta.inject.Inject;

/** Leads from one view to another. */
@Creatable
public final class Navigation {

    private static final String DETECT = "org.towercrier.command.detect";
    private static final String IMPORT = "org.towercrier.command.import";

    private final MApplication application;
    private final EModelService model;
    private final EPartService parts;
    private final IEventBroker events;
    private final SharedSelection selection;
    private final ECommandService commands;
    private final EHandlerService handlers;

    @Inject
    public Navigation(MApplication application, EModelService model, EPartService parts, IEventBroker events,
            SharedSelection selection, ECommandService commands, EHandlerService handlers) {
        this.application = application;
        this.model = model;
        this.parts = parts;
        this.events = events;
        this.selection = selection;
        this.commands = commands;
        this.handlers = handlers;
    }

    /** Shows the alarm list, filtered by a text. */
    public void alarms(String filter) {
        network();
        show(CapacityIds.PART_ALARMS);
        events.post(Topics.FILTER_ALARMS, filter);
    }

    /** Shows cells on the map and selects them. */
    public void cells(CellSelection cells) {
        network();
        show(CapacityIds.PART_MAP);
        selection.cells(cells);
        events.post(Topics.REVEAL_CELLS, cells);
    }

    /** Opens the import page. */
    public void importFiles() {
        execute(IMPORT);
    }

    /** Evaluates the rules. */
    public void detect() {
        execute(DETECT);
    }

    private void execute(String id) {
        ParameterizedCommand command = commands.createCommand(id, Map.of());
        if (command != null && handlers.canExecute(command)) {
            handlers.executeHandler(command);
        }
    }

    /** Shows a part of the network perspective. */
    public void show(String part) {
        for (MPart found : model.findElements(application, part, MPart.class)) {
            parts.showPart(found, EPartService.PartState.ACTIVATE);
            return;
        }
        parts.showPart(part, EPartService.PartState.ACTIVATE);
    }

    private void network() {
        model.findElements(application, WorkbenchIds.PERSPECTIVE_NETWORK, MPerspective.class).stream().findFirst()
                .ifPresent(parts::switchPerspective);
    }
}
