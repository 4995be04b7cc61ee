package org.towercrier.customer.ui.internal.handlers;

import java.util.Optional;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.CustomerIds;
import org.towercrier.customer.ui.internal.Navigation;
import org.towercrier.store.Store;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.SharedSelection;

import jakarta.inject.Named;

/** Shows the customers of one of the four named segments, or of all of them. */
public final class SegmentHandler {

    /** By the store and not by what reads customers: menus ask at the start, and making that takes a while. */
    @CanExecute
    boolean canShow(@org.eclipse.e4.core.di.annotations.Optional Store open) {
        return open != null;
    }

    @Execute
    void show(SharedSelection selection, Navigation navigation,
            @org.eclipse.e4.core.di.annotations.Optional @Named(CustomerIds.PARAMETER_SEGMENT) String segment) {
        selection.segment(new SegmentSelection(Segments.FOUR, Optional.ofNullable(segment), this));
        navigation.show(CustomerIds.PART_CUSTOMERS);
    }
}
