package org.towercrier.workbench.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.swt.widgets.Display;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Workspaces;

/** Opens a workspace, and when that fails asks the user what to do, until one is open or the user gives up. */
final class WorkspaceOpener {

    private final Workspaces workspaces;
    private final Display display;
    private Store opened;

    WorkspaceOpener(Workspaces workspaces, Display display) {
        this.workspaces = workspaces;
        this.display = display;
    }

    /** The folder that was opened in the end; empty when the user quits. */
    Optional<Path> open(Path wanted) {
        Optional<Path> next = Optional.of(wanted);
        while (next.isPresent()) {
            Path folder = next.get();
            try {
                opened = workspaces.open(folder);
                return Optional.of(opened.info().location());
            } catch (StoreException trouble) {
                next = new WorkspaceTroublePage(display, new WorkbenchMessages(Locale.getDefault())).ask(folder, trouble);
            }
        }
        return Optional.empty();
    }
}
