package org.towercrier.report;

import java.util.Locale;

import org.towercrier.store.StoreException;

/**
 * One kind of report, offered as a service. A kind that reads the workspace has its services as mandatory references, so
 * that it is there while a workspace is open.
 */
public interface ReportKind {

    /** Name on the command line, lower case: {@code report ID}. */
    String id();

    /** Name for people. */
    String label(Locale locale);

    /**
     * Collects what the report says. The same store and the same request give an equal report; the time of writing goes
     * nowhere but into the time stamp, which is not the kind's work.
     *
     * @throws ReportException when the request does not fit, with a sentence for the user
     * @throws StoreException  when the store cannot be read
     */
    Report compose(ReportRequest request) throws ReportException, StoreException;
}
