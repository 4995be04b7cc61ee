package org.towercrier.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.exchange.profile.ImportProfile;

/**
 * What was found by looking at files.
 *
 * @param files the files that were looked at, members of archives included, in the order an import reads them
 * @param found files on disk, each archive counted once
 * @param bytes their size on disk
 * @param complete whether every file was looked at; false when there are more than were asked for
 */
public record Survey(List<FileSurvey> files, int found, long bytes, boolean complete) {

    public Survey {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param file path as an import reports it; a member of an archive is {@code archive.zip!/member.xml}
     * @param bytes size as far as known, of compressed content the compressed one
     * @param importer what would read it, empty when nothing does
     * @param reason one clause that says by what it was recognised, may be empty
     * @param profile the mapping that would be used, if the format needs one
     * @param table beginning of the table, for formats that are tables
     * @param trouble why the file would be refused as far as its beginning tells
     */
    public record FileSurvey(String file, long bytes, Optional<ImporterInfo> importer, String reason, Optional<ImportProfile> profile,
            Optional<TablePreview> table, Optional<String> trouble) {

        public FileSurvey {
            Objects.requireNonNull(file);
            Objects.requireNonNull(importer);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(profile);
            Objects.requireNonNull(table);
            Objects.requireNonNull(trouble);
        }
    }
}
