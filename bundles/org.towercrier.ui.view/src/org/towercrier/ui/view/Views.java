package org.towercrier.ui.view;

import java.util.List;

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

/** Leads from one view to another. */
@Creatable
public final class Views {

    private static final String STACKS = "org.towercrier.stack.";
    private static final String MAIN = ".main";

    private final MApplication application;
    private final EModelService model;
    private final EPartService parts;

    @Inject
    public Views(MApplication application, EModelService model, EPartService parts) {
        this.application = application;
        this.model = model;
        this.parts = parts;
    }

    /** Shows a view where it stands, in whatever perspective that is of the one the user is in. */
    public void show(String part) {
        List<MPart> found = model.findElements(application, part, MPart.class);
        if (found.isEmpty()) {
            parts.showPart(part, EPartService.PartState.ACTIVATE);
        } else {
            parts.showPart(found.getFirst(), EPartService.PartState.ACTIVATE);
        }
    }

    /** Goes to a perspective and shows a view there. */
    public void show(String perspective, String part) {
        model.findElements(application, perspective, MPerspective.class).stream().findFirst().ifPresent(parts::switchPerspective);
        show(part);
    }

    /** Opens a page in the main stack of the perspective the user is in, or activates it where it is open there. */
    public void open(String part) {
        MPerspective perspective = model.findElements(application, WorkbenchIds.WINDOW, MWindow.class).stream().findFirst()
                .map(model::getActivePerspective).orElse(null);
        if (perspective == null) {
            parts.showPart(part, EPartService.PartState.ACTIVATE);
            return;
        }
        List<MPart> open = model.findElements(perspective, part, MPart.class);
        if (!open.isEmpty()) {
            parts.showPart(open.getFirst(), EPartService.PartState.ACTIVATE);
            return;
        }
        MPart page = parts.createPart(part);
        String name = perspective.getElementId().substring(perspective.getElementId().lastIndexOf('.') + 1);
        model.findElements(perspective, STACKS + name + MAIN, MPartStack.class).stream().findFirst()
                .ifPresent(stack -> stack.getChildren().add(page));
        parts.showPart(page, EPartService.PartState.ACTIVATE);
    }
}
