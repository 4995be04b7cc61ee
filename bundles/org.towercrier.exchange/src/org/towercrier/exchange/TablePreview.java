package org.towercrier.exchange;

import java.util.List;
import java.util.Objects;

import org.towercrier.exchange.profile.ImportProfile;

/**
 * Beginning of a table and what its columns would become.
 *
 * @param profile the mapping, named, shipped or made from the column names
 * @param columns names of the columns as in the file
 * @param rows values as in the file, as many as there are columns
 */
public record TablePreview(ImportProfile profile, List<String> columns, List<List<String>> rows) {

    public TablePreview {
        Objects.requireNonNull(profile);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
