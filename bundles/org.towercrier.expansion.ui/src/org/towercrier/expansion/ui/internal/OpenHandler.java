package org.towercrier.expansion.ui.internal;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.view.Views;

import jakarta.inject.Named;

/** Opens a page of the expansion beside the map. */
public final class OpenHandler {

    @Execute
    public void open(@Named("org.towercrier.parameter.part") String part, MApplication application, EModelService model,
            EPartService parts, Views views) {
        model.findElements(application, WorkbenchIds.PERSPECTIVE_NETWORK, MPerspective.class).stream().findFirst()
                .ifPresent(parts::switchPerspective);
        views.open(part);
    }
}
