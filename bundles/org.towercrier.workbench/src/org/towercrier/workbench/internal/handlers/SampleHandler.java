package org.towercrier.workbench.internal.handlers;

import java.util.Map;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.towercrier.sample.SampleService;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.Commands;
import org.towercrier.workbench.internal.SampleJob;
import org.towercrier.workbench.internal.WorkbenchMessages;

import jakarta.inject.Named;

/**
 * Fills the workspace with the sample city and has its alarms detected. Measurements of a real network are never
 * touched: a workspace that holds some is left alone.
 */
public final class SampleHandler {

    @CanExecute
    boolean canExecute(@Optional SampleService sample) {
        return sample != null;
    }

    @Execute
    void execute(SampleService sample, Commands commands, UISynchronize ui, WorkbenchMessages messages,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell)
            throws StoreException {
        if (sample.hasData()) {
            if (!sample.onlySynthetic()) {
                MessageDialog.openInformation(shell, messages.get("Command_Sample"), messages.get("Sample_RealData"));
                return;
            }
            if (!MessageDialog.openConfirm(shell, messages.get("Command_Sample"), messages.get("Sample_Again"))) {
                return;
            }
        }
        new SampleJob(sample, messages, () -> ui.asyncExec(() -> {
            commands.run("org.towercrier.command.perspective",
                    Map.of("org.towercrier.parameter.perspective", "org.towercrier.perspective.network"));
            commands.run("org.towercrier.command.detect");
        })).schedule();
    }
}
