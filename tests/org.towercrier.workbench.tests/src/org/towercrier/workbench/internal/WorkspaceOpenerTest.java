package org.towercrier.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreLockedException;
import org.towercrier.store.Workspaces;

/** A workspace that another process has open is no crash but a page with a way out. */
class WorkspaceOpenerTest {

    private static final Path FOLDER = Path.of("morning");

    private final List<String> shown = new ArrayList<>();

    @Test
    void aLockedWorkspaceSaysWhoHasItAndCanBeGivenUp() throws Exception {
        RunningWorkbench.visit(workbench -> {
            workbench.display().asyncExec(() -> press(workbench.display(), "Quit"));
            assertEquals(Optional.empty(), new WorkspaceOpener(new LockedWorkspaces(), workbench.display()).open(FOLDER));
            assertTrue(shown.stream().anyMatch(text -> text.contains("4711")), "names the process: " + shown);
            assertTrue(shown.stream().anyMatch(text -> text.contains("morning")), "names the folder: " + shown);
        });
    }

    private void press(Display display, String label) {
        for (Shell page : display.getShells()) {
            Optional<Control> button = controls(page).filter(control -> control instanceof Button found && found.getText().equals(label))
                    .findFirst();
            if (button.isPresent()) {
                controls(page).filter(Label.class::isInstance).map(control -> ((Label) control).getText()).forEach(shown::add);
                button.get().notifyListeners(SWT.Selection, null);
                return;
            }
        }
        throw new AssertionError("no page with a button " + label);
    }

    private static Stream<Control> controls(Composite parent) {
        return Stream.of(parent.getChildren())
                .flatMap(child -> child instanceof Composite composite ? Stream.concat(Stream.of(child), controls(composite))
                        : Stream.of(child));
    }

    private static final class LockedWorkspaces implements Workspaces {

        @Override
        public Store open(Path folder) throws StoreException {
            throw new StoreLockedException(folder, Optional.of(new StoreLockedException.Owner(4711, "desk", Instant.EPOCH)), null);
        }

        @Override
        public Optional<Store> current() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
