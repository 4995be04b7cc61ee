package org.towercrier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkspaceLocationTest {

    private static final Path HOME = Path.of("home", "mei").toAbsolutePath();

    @Test
    void theEnvironmentNamesTheWorkspace() {
        Path named = HOME.resolve("ws");

        assertEquals(named, WorkspaceLocation.resolve(
                Map.of(WorkspaceLocation.VARIABLE, named.toString()), "Linux", HOME));
    }

    @Test
    void anEmptyVariableNamesNothing() {
        assertEquals(HOME.resolve(".local/share/towercrier/workspace"),
                WorkspaceLocation.resolve(Map.of(WorkspaceLocation.VARIABLE, " "), "Linux", HOME));
    }

    @Test
    void linuxUsesTheXdgDataFolder() {
        Path data = HOME.resolve("data");

        assertEquals(data.resolve("towercrier/workspace"),
                WorkspaceLocation.resolve(Map.of("XDG_DATA_HOME", data.toString()), "Linux", HOME));
        assertEquals(HOME.resolve(".local/share/towercrier/workspace"),
                WorkspaceLocation.resolve(Map.of("XDG_DATA_HOME", "relative"), "Linux", HOME));
    }

    @Test
    void windowsAndMacUseTheirOwnFolders() {
        assertEquals(HOME.resolve("AppData/Local/Towercrier/workspace"),
                WorkspaceLocation.resolve(Map.of(), "Windows 11", HOME));
        assertEquals(HOME.resolve("Library/Application Support/Towercrier/workspace"),
                WorkspaceLocation.resolve(Map.of(), "Mac OS X", HOME));
    }
}
