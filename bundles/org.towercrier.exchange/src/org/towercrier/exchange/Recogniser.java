package org.towercrier.exchange;

import java.util.function.BooleanSupplier;

/** Looks at files the way an import would, but reads no further than their beginning and stores nothing. An OSGi service, with or without a workspace. */
public interface Recogniser {

    /**
     * Says what an import of the request would take each file for.
     *
     * @param request paths, and format and profile when they are named
     * @param limit most files to report; the rest is left unopened
     * @param rows most rows of a table to show
     * @param cancelled asked between files
     * @throws ImportException when the request itself makes no sense: a path or profile that is not there, or cancelled
     */
    Survey look(ImportRequest request, int limit, int rows, BooleanSupplier cancelled) throws ImportException;
}
