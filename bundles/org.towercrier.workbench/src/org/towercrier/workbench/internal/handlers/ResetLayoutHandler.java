package org.towercrier.workbench.internal.handlers;

import java.io.IOException;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.towercrier.store.Store;
import org.towercrier.workbench.internal.WorkbenchMessages;
import org.towercrier.workbench.internal.WorkbenchState;

import jakarta.inject.Named;

/** Starts the workbench again with the layout as it was delivered. */
public final class ResetLayoutHandler {

    @Execute
    void execute(IWorkbench workbench, EPartService parts, Store store, WorkbenchMessages messages,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell)
            throws IOException {
        if (MessageDialog.openConfirm(shell, messages.get("Command_ResetLayout"), messages.get("ResetLayout_Text"))
                && parts.saveAll(true)) {
            new WorkbenchState(store.info().location()).forgetLayout();
            workbench.restart();
        }
    }
}
