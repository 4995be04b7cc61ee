package org.towercrier.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

import jakarta.inject.Named;

/** Shows a perspective. */
public final class PerspectiveHandler {

    @Execute
    void execute(EPartService parts, @Named("org.towercrier.parameter.perspective") String perspective) {
        parts.switchPerspective(perspective);
    }
}
