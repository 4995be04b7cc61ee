package org.towercrier.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.towercrier.ui.WorkbenchIds;

/** Shows the guide page in the overview. */
public final class GuideHandler {

    @Execute
    void execute(EPartService parts) {
        parts.switchPerspective(WorkbenchIds.PERSPECTIVE_OVERVIEW);
        parts.showPart("org.towercrier.part.guide", PartState.ACTIVATE);
    }
}
