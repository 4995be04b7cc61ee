package org.towercrier.customer;

import java.util.Locale;

import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.StoreException;

/**
 * A way to divide customers into segments that a plug-in brings: an OSGi service. What it makes stands beside the segmentations of the workspace, in the window and for
 * {@code segments list}; whoever saves it has a copy to edit. A method that looks at data takes the services that it needs, {@link Criteria} for instance, but not
 * {@link Segments}, which needs all methods first.
 */
public interface SegmentationMethod {

    /** Name of the segmentation: lower case letters, digits and hyphens; one that somebody has saved under this name is shown instead. */
    String id();

    /**
     * Makes the segmentation; its name is set to {@link #id()} whatever it was. Called from a job, each time somebody asks.
     *
     * @param locale language of its label
     */
    Segmentation make(Locale locale) throws CustomerException, StoreException;
}
