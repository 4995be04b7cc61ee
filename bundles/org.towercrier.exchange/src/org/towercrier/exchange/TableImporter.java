package org.towercrier.exchange;

import java.io.IOException;
import java.util.Optional;

import org.towercrier.exchange.profile.ImportProfile;

/** An importer of tables that can show how it would read one. */
public interface TableImporter extends Importer {

    /**
     * Reads the beginning of a table.
     *
     * @param profile the mapping when one is named or found, else the importer finds its own
     * @param rows most rows to read
     * @return empty when the file has no columns
     * @throws ImportRefusedException when an import would refuse the file for what its beginning shows
     * @throws IOException when it cannot be read
     */
    Optional<TablePreview> preview(ImportSource source, Optional<ImportProfile> profile, int rows)
            throws ImportRefusedException, IOException;
}
