package org.towercrier.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.emf.common.command.CommandStack;

/** Does again what was undone on the command stack that the active view put into its context. */
public final class RedoHandler {

    @CanExecute
    boolean canExecute(@Optional CommandStack stack) {
        return stack != null && stack.canRedo();
    }

    @Execute
    void execute(CommandStack stack) {
        stack.redo();
    }
}
