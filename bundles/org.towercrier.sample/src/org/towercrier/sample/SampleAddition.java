package org.towercrier.sample;

import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** What an area adds to the sample city, offered as a service of the open workspace: it runs after the city was written. */
public interface SampleAddition {

    /** Its place: those with a lower number run before. */
    int order();

    /** Adds; what an earlier sample left is replaced. */
    void add(SampleRequest request, Cancellation cancel) throws StoreException;
}
