package org.towercrier.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.exchange.profile.ImportProfile;

/** What an importer works with while it reads one file. Used on the thread that called {@link Importer#read} only. */
public interface ImportContext {

    /** The mapping profile: named in the request, else a shipped one that fits the content. */
    Optional<ImportProfile> profile();

    /** Rows of any stored class of the model. One sink per class and file; calling again returns the same. */
    RowSink rows(EClass target);

    /** Measurements by name: canonical ones go to the wide table, all others are kept one by one. One sink per file. */
    MeasurementSink measurements();

    /** Number of a managed object in the dictionary; a new name gets a new number, stored with the file. */
    int objectId(String managedObjectName);

    /**
     * Puts one row (or value) into the quarantine report instead of the store.
     *
     * @param line line in the file, 1 first, 0 when it has none
     * @param column name of the column, element or measurement concerned, may be empty
     * @param value the offending value as found, may be empty
     * @param reason a sentence in the user's language
     */
    void quarantine(long line, String column, String value, String reason);

    /**
     * Only rows of this class count as rows in the report of the file: what follows from them, such as the sites of cells or further counters beside canonical
     * measurements, is stored all the same but not counted. Without this call rows of all classes count. To be called before the first row.
     */
    void countOnly(EClass type);

    /** Counts a row that was read but holds nothing to store. @param line line in the file, 1 first */
    void countEmpty(long line);

    /** Adds a sentence to the warnings of the file; the same sentence is kept once. */
    void warn(String text);

    /** Says how many bytes of the source were read so far. */
    void progress(long bytes);

    /** Returns normally unless the user cancelled. To be called every few thousand rows. @throws java.util.concurrent.CancellationException when cancelled */
    void checkCancelled();

    /** Zone of times that carry none: from the request, else UTC. A profile's own zone goes first. */
    ZoneId zone();

    /** Time of the import: later times are in the future. */
    Instant now();
}
