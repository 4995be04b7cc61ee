package org.towercrier.exchange;

import java.util.List;
import java.util.Objects;

/**
 * What an importer is called and what it takes.
 *
 * @param id stable identifier, lower case, as in {@code import --format ID}
 * @param label name for people, in the user's language
 * @param extensions usual file name extensions without dot, lower case; a hint for people and file dialogs, never the only reason to accept a file
 * @param targets names of the model classes it fills
 */
public record ImporterInfo(String id, String label, List<String> extensions, List<String> targets) {

    public ImporterInfo {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an importer needs an id");
        }
        Objects.requireNonNull(label);
        extensions = List.copyOf(extensions);
        targets = List.copyOf(targets);
    }
}
