package org.towercrier.exchange.ui.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.towercrier.ui.WorkbenchIds;

import jakarta.inject.Inject;

/** Opens the pages of this bundle in the perspective that the user is in. */
@Creatable
public final class Pages {

    private final MApplication application;
    private final EModelService model;
    private final EPartService parts;
    private final ECommandService commands;
    private final EHandlerService handlers;

    @Inject
    public Pages(MApplication application, EModelService model, EPartService parts, ECommandService commands,
            EHandlerService handlers) {
        this.application = application;
        this.model = model;
        this.parts = parts;
        this.commands = commands;
        this.handlers = handlers;
    }

    /** Opens a page in the main stack of the current perspective, or activates it where it is open there. */
    public void open(String id) {
        MPerspective perspective = perspective();
        if (perspective == null) {
            parts.showPart(id, EPartService.PartState.ACTIVATE);
            return;
        }
        List<MPart> open = model.findElements(perspective, id, MPart.class);
        if (!open.isEmpty()) {
            parts.showPart(open.getFirst(), EPartService.PartState.ACTIVATE);
            return;
        }
        MPart part = parts.createPart(id);
        String name = perspective.getElementId().substring(perspective.getElementId().lastIndexOf('.') + 1);
        List<MPartStack> stacks = model.findElements(perspective, "org.towercrier.stack." + name + ".main", MPartStack.class);
        if (!stacks.isEmpty()) {
            stacks.getFirst().getChildren().add(part);
        }
        parts.showPart(part, EPartService.PartState.ACTIVATE);
    }

    private MPerspective perspective() {
        return model.findElements(application, WorkbenchIds.WINDOW, MWindow.class).stream().findFirst()
                .map(model::getActivePerspective).orElse(null);
    }

    /** Opens the quarantine view on a report. */
    public void openQuarantine(Path report) {
        application.getContext().set(ExchangeIds.QUARANTINE_REPORT, report);
        open(ExchangeIds.PART_QUARANTINE);
    }

    /** Whether somebody handles a command now. */
    public boolean canRun(String command) {
        ParameterizedCommand found = commands.createCommand(command, Map.of());
        return found != null && handlers.canExecute(found);
    }

    /** Runs a command; nothing happens when nobody handles it. */
    public void run(String command) {
        ParameterizedCommand found = commands.createCommand(command, Map.of());
        if (found != null && handlers.canExecute(found)) {
            handlers.executeHandler(found);
        }
    }
}
