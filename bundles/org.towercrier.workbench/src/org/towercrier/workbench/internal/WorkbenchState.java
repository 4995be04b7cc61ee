package org.towercrier.workbench.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.service.prefs.BackingStoreException;

/** What the window remembers between two starts; it lives in the folder {@code .workbench} of the workspace. */
public final class WorkbenchState {

    private static final String NODE = "org.towercrier.workbench";
    private static final String LANGUAGE = "language";
    private static final String FOLDER = ".workbench";
    private static final String FORGET = "forget-layout";
    private static final Path LAYOUT = Path.of(".metadata", ".plugins", "org.eclipse.e4.workbench", "workbench.xmi");

    private final Path folder;

    public WorkbenchState(Path workspace) {
        folder = workspace.resolve(FOLDER);
    }

    /** Makes it the instance location of the platform. A process has one: this is called once. */
    void use() throws IOException {
        Files.createDirectories(folder);
        if (Files.deleteIfExists(folder.resolve(FORGET))) {
            Files.deleteIfExists(folder.resolve(LAYOUT));
        }
        Location location = Platform.getInstanceLocation();
        if (location != null && !location.isSet()) {
            location.set(folder.toUri().toURL(), false);
        }
    }

    /** The next start begins with the layout as it was delivered. */
    public void forgetLayout() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FORGET), "");
    }

    Optional<Locale> language() {
        return Optional.of(preferences().get(LANGUAGE, "")).filter(tag -> !tag.isEmpty())
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')));
    }

    public void language(Locale locale) throws BackingStoreException {
        preferences().put(LANGUAGE, locale.toLanguageTag());
        preferences().flush();
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
