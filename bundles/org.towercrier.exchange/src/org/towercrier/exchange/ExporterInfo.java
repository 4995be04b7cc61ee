package org.towercrier.exchange;

import java.util.Objects;

/**
 * A format that can be written.
 *
 * @param id stable identifier, lower case
 * @param label name for people, in the user's language
 * @param extension file name extension without dot
 * @param content what it holds, the name of a model class
 */
public record ExporterInfo(String id, String label, String extension, String content) {

    public ExporterInfo {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
        Objects.requireNonNull(extension);
        Objects.requireNonNull(content);
    }
}
