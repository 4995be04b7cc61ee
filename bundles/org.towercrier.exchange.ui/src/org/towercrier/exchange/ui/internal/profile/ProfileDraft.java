package org.towercrier.exchange.ui.internal.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ProfileCatalogue;

/**
 * A profile as text, to be edited.
 *
 * @param name what it is called
 * @param text YAML
 * @param file where it is kept, empty when it is not the user's own yet
 * @param trouble why its file could not be read
 */
public record ProfileDraft(String name, String text, Optional<Path> file, Optional<String> trouble) {

    /** Nothing yet but what every profile needs. */
    public static ProfileDraft blank() {
        return new ProfileDraft("profile", "target: CellMeasurement\nformat: csv\ncolumns:\n", Optional.empty(),
                Optional.empty());
    }

    /** A shipped or recognised profile. */
    public static ProfileDraft of(ImportProfile profile, ProfileCatalogue catalogue) {
        String name = profile.name().isBlank() ? "profile" : profile.name();
        return new ProfileDraft(name, catalogue.write(profile), Optional.empty(), Optional.empty());
    }

    /** One of the user's own. */
    public static ProfileDraft ofFile(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return new ProfileDraft(name, Files.readString(file), Optional.of(file), Optional.empty());
        } catch (IOException unreadable) {
            return new ProfileDraft(name, "", Optional.of(file), Optional.of(String.valueOf(unreadable.getMessage())));
        }
    }

    /** The file name to propose. */
    public String fileName() {
        return file.map(path -> String.valueOf(path.getFileName())).orElseGet(
                () -> name.replaceAll("\\.ya?ml$", "").replaceAll("[^\\p{L}\\p{N}._-]+", "-") + ".yaml");
    }
}
