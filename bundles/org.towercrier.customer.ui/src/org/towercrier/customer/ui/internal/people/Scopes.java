package org.towercrier.customer.ui.internal.people;

import java.util.List;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerTable.Filter;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.segment.SegmentRules;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.SegmentSelection;

import jakarta.inject.Inject;

/** Which customers the table shows now, and what that means for the engine. */
@Creatable
final class Scopes {

    private CustomerScope scope = new CustomerScope.All();
    private List<String> cells = List.of();
    private volatile Optional<Known> known = Optional.empty();

    private record Known(CustomerScope scope, Filter filter) {
    }

    @Inject
    Scopes() {
    }

    CustomerScope scope() {
        return scope;
    }

    boolean isAll() {
        return scope instanceof CustomerScope.All;
    }

    void choose(CustomerScope wanted) {
        scope = wanted instanceof CustomerScope.OfCells of && of.cells().isEmpty() ? new CustomerScope.OfCells(cells, false) : wanted;
    }

    /** Takes up a chosen segment. Whether the table shows others then. */
    boolean segment(SegmentSelection segment) {
        CustomerScope wanted = new CustomerScope.OfSegment(segment.segmentation(), segment.segment());
        boolean other = !wanted.equals(scope);
        scope = wanted;
        return other;
    }

    /** Takes up chosen cells. Whether the table shows others then. */
    boolean cells(List<String> chosen) {
        cells = List.copyOf(chosen);
        if (scope instanceof CustomerScope.OfCells shown && !shown.cells().equals(cells)) {
            scope = new CustomerScope.OfCells(cells, false);
            return true;
        }
        return false;
    }

    /** What stands there when there is nobody. */
    String emptyKey() {
        return switch (scope) {
            case CustomerScope.All all -> "Empty_Customers";
            case CustomerScope.OfSegment segment -> "Empty_SegmentCustomers";
            case CustomerScope.OfCells of -> of.cells().isEmpty() ? "Empty_ChooseCells" : "Empty_CellCustomers";
        };
    }

    /** Forgets what the scope means: segments may have been edited. */
    void forget() {
        known = Optional.empty();
    }

    /** What the scope means; away from the thread of the window. */
    Filter filter(Optional<Segments> segments) throws CustomerException, StoreException {
        CustomerScope wanted = scope;
        Optional<Known> before = known.filter(same -> same.scope().equals(wanted));
        if (before.isPresent()) {
            return before.get().filter();
        }
        Filter found = switch (wanted) {
            case CustomerScope.All all -> Filter.ALL;
            case CustomerScope.OfCells of -> Filter.ALL.in(of.cells().isEmpty() ? List.of("") : of.cells());
            case CustomerScope.OfSegment of -> of(of, segments);
        };
        known = Optional.of(new Known(wanted, found));
        return found;
    }

    private static Filter of(CustomerScope.OfSegment wanted, Optional<Segments> segments) throws StoreException {
        if (wanted.segment().isEmpty() || segments.isEmpty()) {
            return Filter.ALL;
        }
        Optional<Segmentation> segmentation = segments.get().find(wanted.segmentation());
        return segmentation.flatMap(found -> SegmentRules.criterion(found, wanted.segment().get())).map(Filter.ALL::where)
                .orElseGet(() -> Filter.ALL.of(wanted.segmentation(), wanted.segment().get()));
    }
}
