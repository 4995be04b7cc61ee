package org.towercrier.exchange.ui.internal.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.exchange.ImportRequest;

/**
 * What the user has put together for an import, without its profile file.
 *
 * @param sources files and folders, absolute, none inside another
 * @param format id of an importer, empty for recognition by content
 * @param profile the mapping
 * @param strict refuse a file for one bad row
 */
public record ImportDraft(List<Path> sources, Optional<String> format, ProfileChoice profile, boolean strict) {

    /** Nothing yet. */
    public static final ImportDraft EMPTY = new ImportDraft(List.of(), Optional.empty(), new ProfileChoice.Automatic(),
            false);

    public ImportDraft {
        sources = List.copyOf(sources);
    }

    /** Adds sources; what is there already, itself or with its folder, is not added twice. */
    public ImportDraft with(List<Path> added) {
        List<Path> all = new ArrayList<>(sources);
        for (Path path : added) {
            Path source = path.toAbsolutePath().normalize();
            if (all.stream().noneMatch(source::startsWith)) {
                all.removeIf(existing -> existing.startsWith(source));
                all.add(source);
            }
        }
        return new ImportDraft(all, format, profile, strict);
    }

    /** Leaves out sources. */
    public ImportDraft without(List<Path> removed) {
        return new ImportDraft(sources.stream().filter(source -> !removed.contains(source)).toList(), format, profile,
                strict);
    }

    public ImportDraft withFormat(Optional<String> id) {
        return new ImportDraft(sources, id, profile, strict);
    }

    public ImportDraft withProfile(ProfileChoice choice) {
        return new ImportDraft(sources, format, choice, strict);
    }

    public ImportDraft withStrict(boolean refuse) {
        return new ImportDraft(sources, format, profile, refuse);
    }

    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /**
     * The request.
     *
     * @param profileFile file of the chosen profile, empty when the content decides
     */
    public ImportRequest request(Optional<Path> profileFile, boolean dryRun) {
        return new ImportRequest(sources, format, profileFile, Optional.empty(), dryRun, strict);
    }
}
