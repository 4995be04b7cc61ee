package org.towercrier.customer.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.towercrier.customer.ui.internal.CustomerIds;
import org.towercrier.customer.ui.internal.Navigation;
import org.towercrier.customer.ui.internal.people.CustomerScope;
import org.towercrier.store.Store;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.SharedSelection;

/** Shows who lives and works in the selected cells: the people behind an alarm. */
public final class CellCustomersHandler {

    /** By the store and not by what reads customers: menus ask at the start, and making that takes a while. */
    @CanExecute
    boolean canShow(SharedSelection selection, @org.eclipse.e4.core.di.annotations.Optional Store open) {
        return open != null && selection.cells().filter(cells -> !cells.isEmpty()).isPresent();
    }

    @Execute
    void show(SharedSelection selection, Navigation navigation, IEventBroker events) {
        navigation.show(CustomerIds.PART_CUSTOMERS);
        selection.cells().map(CellSelection::cellIds)
                .ifPresent(cells -> events.send(CustomerIds.TOPIC_SCOPE, new CustomerScope.OfCells(cells)));
    }
}
