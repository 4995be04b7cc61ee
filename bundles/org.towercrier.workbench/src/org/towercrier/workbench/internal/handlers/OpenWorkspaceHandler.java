package org.towercrier.workbench.internal.handlers;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.towercrier.store.Store;
import org.towercrier.workbench.internal.Restart;
import org.towercrier.workbench.internal.WorkbenchMessages;

import jakarta.inject.Named;

/** Starts the workbench again on another workspace. */
public final class OpenWorkspaceHandler {

    @Execute
    void execute(IWorkbench workbench, EPartService parts, Store store, WorkbenchMessages messages, Restart restart,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell) throws IOException {
        DirectoryDialog dialog = new DirectoryDialog(shell);
        dialog.setText(messages.get("Command_OpenWorkspace"));
        dialog.setMessage(messages.get("OpenWorkspace_Text"));
        dialog.setFilterPath(store.info().location().toString());
        String chosen = dialog.open();
        if (chosen != null && parts.saveAll(true)) {
            restart.on(Path.of(chosen), workbench);
        }
    }
}
