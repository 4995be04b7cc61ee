package org.towercrier.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.towercrier.command.WorkspaceLocation;

/** The folder of the workspace as the command line names it. */
class WorkbenchApplicationTest {

    @Test
    void theFolderFollowsTheOption() {
        assertEquals(Path.of("/data/north"), WorkbenchApplication.workspace(List.of("-nl", "en", "--workspace", "/data/north")));
    }

    @Test
    void theFolderMayBeAttached() {
        assertEquals(Path.of("/data/north"), WorkbenchApplication.workspace(List.of("--workspace=/data/north")));
    }

    @Test
    void aRelativeFolderIsSeenFromWhereTheCallerStands() {
        assertEquals(Path.of("north").toAbsolutePath(), WorkbenchApplication.workspace(List.of("--workspace", "./north")));
    }

    @Test
    void withoutTheOptionItIsTheOneOfThisUser() {
        assertEquals(WorkspaceLocation.ofThisMachine(), WorkbenchApplication.workspace(List.of("-nl", "en")));
        assertEquals(WorkspaceLocation.ofThisMachine(), WorkbenchApplication.workspace(List.of("--workspace")));
    }
}
