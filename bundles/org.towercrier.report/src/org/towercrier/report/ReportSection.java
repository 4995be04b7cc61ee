package org.towercrier.report;

import java.util.List;

import org.towercrier.store.StoreException;

/** Adds sections to the reports of others, offered as a service. */
public interface ReportSection {

    /** Whether it has something to say in reports of this kind. */
    boolean belongsTo(String kind);

    /**
     * The sections to add, each with its place among those of the report; none when there is nothing to say.
     *
     * @throws ReportException when the request does not fit
     * @throws StoreException  when the store cannot be read
     */
    List<Section> compose(String kind, ReportRequest request) throws ReportException, StoreException;
}
