package org.towercrier.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.towercrier.workbench.internal.Find;

import jakarta.inject.Named;

/** Opens the search by name. */
public final class FindHandler {

    @Execute
    void execute(Find find, @Named(IServiceConstants.ACTIVE_SHELL) Shell shell) {
        find.open(shell);
    }
}
