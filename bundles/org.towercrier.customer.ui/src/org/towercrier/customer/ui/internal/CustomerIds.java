package org.towercrier.customer.ui.internal;

/** Ids of the elements this bundle adds to the workbench. */
public final class CustomerIds {

    public static final String PART_SEGMENTS = "org.towercrier.part.segments";
    public static final String PART_CRITERION = "org.towercrier.part.criterion";
    public static final String PART_CUSTOMERS = "org.towercrier.part.customers";
    public static final String PART_CUSTOMER = "org.towercrier.part.customer";

    /** Event: the table of customers is asked to show others; the data is a {@code CustomerScope}. */
    public static final String TOPIC_SCOPE = "org/towercrier/customer/ui/SCOPE";

    /** Command: shows the customers of one of the four named segments. */
    public static final String COMMAND_SEGMENT = "org.towercrier.command.customers.segment";
    /** Parameter of {@link #COMMAND_SEGMENT}: path of the segment; absent for all customers. */
    public static final String PARAMETER_SEGMENT = "org.towercrier.parameter.segment";

    private CustomerIds() {
    }
}
