package org.towercrier.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.towercrier.store.StoreException;

/** The reports that are installed, and how they become files. */
public interface Reports {

    /** Extensions of the files that can be written, without dot. */
    List<String> FORMATS = List.of("html", "xlsx");

    /** The kinds that can be asked for now, by id. */
    List<ReportKind> kinds();

    /**
     * A report with what others add to it.
     *
     * @param kind id of the kind
     * @throws ReportException when there is no such kind, or the kind cannot answer the request
     * @throws StoreException  when the store cannot be read
     */
    Report compose(String kind, ReportRequest request) throws ReportException, StoreException;

    /**
     * Writes a report in the format its file name ends with, {@code .html} or {@code .xlsx}. The file appears as a whole:
     * one that was there before stays until the new one is complete.
     *
     * @throws ReportException when the name ends otherwise
     * @throws IOException     when the file cannot be written
     */
    void write(Report report, ReportRequest request, Path file) throws ReportException, IOException;
}
