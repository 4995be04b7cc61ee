package org.towercrier.workbench.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.workbench.IWorkbench;

/**
 * Ends this process so that the script that started it starts the next one: exit code 23 means start again, and the file
 * named by the system property {@value #NEXT_WORKSPACE} tells on which workspace.
 */
@Creatable
public final class Restart {

    static final String NEXT_WORKSPACE = "towercrier.next.workspace";

    /** Starts again on another workspace. */
    public void on(Path workspace, IWorkbench workbench) throws IOException {
        String file = System.getProperty(NEXT_WORKSPACE);
        if (file != null) {
            Files.writeString(Path.of(file), workspace.toAbsolutePath().toString());
        }
        workbench.restart();
    }
}
