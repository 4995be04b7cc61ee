package org.towercrier.exchange;

import java.util.List;

/** Imports files into the open workspace. An OSGi service while a workspace is open. */
public interface ImportService {

    /**
     * Imports. All accepted files are stored in one transaction; a refused file stores nothing while the others are stored. Runs on the caller's thread for as
     * long as it takes.
     *
     * @throws ImportException when nothing at all was stored: wrong request, trouble with the store, or cancelled
     */
    ImportReport run(ImportRequest request, ImportMonitor monitor) throws ImportException;

    /** The installed importers, by id. */
    List<ImporterInfo> formats();
}
