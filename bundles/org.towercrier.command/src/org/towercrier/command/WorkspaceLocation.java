package org.towercrier.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the workspace lies when nobody names one; the same for the command line and the workbench. */
public final class WorkspaceLocation {

    /** Environment variable that names the default workspace. */
    public static final String VARIABLE = "TOWERCRIER_WORKSPACE";

    private WorkspaceLocation() {
    }

    /** The default workspace of this user on this machine. */
    public static Path ofThisMachine() {
        return resolve(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home")));
    }

    /**
     * {@value #VARIABLE} of the environment, else the platform's data folder for applications: the XDG data folder on
     * Linux, the local application data on Windows, Application Support on macOS.
     */
    static Path resolve(Map<String, String> environment, String system, Path home) {
        Optional<Path> named = path(environment, VARIABLE);
        if (named.isPresent()) {
            return named.get().toAbsolutePath().normalize();
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return path(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Towercrier").resolve("workspace");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Towercrier").resolve("workspace");
        }
        return path(environment, "XDG_DATA_HOME").filter(Path::isAbsolute)
                .orElse(home.resolve(".local").resolve("share")).resolve("towercrier").resolve("workspace");
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()).map(Path::of);
    }
}
