package org.towercrier.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

/** Saves every view with changes. */
public final class SaveHandler {

    @CanExecute
    boolean canExecute(EPartService parts) {
        return !parts.getDirtyParts().isEmpty();
    }

    @Execute
    void execute(EPartService parts) {
        parts.saveAll(false);
    }
}
