package org.towercrier.customer.ui.internal.people;

import java.util.List;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerTable.Filter;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.Names;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.customer.ui.internal.segment.SegmentNames;
import org.towercrier.customer.ui.internal.segment.SegmentRules;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.StoreException;
import org.towercrier.ui.SegmentSelection;

import jakarta.inject.Inject;

/** Which customers the table shows now, and what that means for the engine. */
@Creatable
final class Scopes {

    private CustomerScope scope = new CustomerScope.All();
    private List<String> cells = List.of();
    private volatile Optional<Known> known = Optional.empty();

    /** @param title whose customers they are, in words */
    private record Known(CustomerScope scope, Filter filter, String title) {
    }

    private final SegmentNames names;
    private final Names called;
    private final Texts texts;

    @Inject
    Scopes(SegmentNames names, Names called, Texts texts) {
        this.names = names;
        this.called = called;
        this.texts = texts;
    }

    /** Whose customers are shown, in words; empty for everyone and as long as it is not known. */
    String title() {
        return known.filter(same -> same.scope().equals(scope)).map(Known::title).orElse("");
    }

    CustomerScope scope() {
        return scope;
    }

    boolean isAll() {
        return scope instanceof CustomerScope.All;
    }

    void choose(CustomerScope wanted) {
        scope = wanted instanceof CustomerScope.OfCells of && of.cells().isEmpty() ? new CustomerScope.OfCells(cells) : wanted;
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
            scope = new CustomerScope.OfCells(cells);
            return true;
        }
        return false;
    }

    /** What stands there when there is nobody. */
    String emptyKey() {
        return switch (scope) {
            case CustomerScope.All all -> "Empty_Customers";
            case CustomerScope.OfSegment segment -> "Empty_SegmentCustomers";
            case CustomerScope.Asked asked -> "Empty_SegmentCustomers";
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
        Known found = switch (wanted) {
            case CustomerScope.All all -> new Known(all, Filter.ALL, "");
            case CustomerScope.OfCells of -> new Known(of, Filter.ALL.in(of.cells().isEmpty() ? List.of("") : of.cells()),
                    of.cells().size() == 1 ? cell(of.cells().getFirst()) : texts.get("Scope_CellCount", of.cells().size()));
            case CustomerScope.Asked asked -> new Known(asked, asked.filter(), asked.title());
            case CustomerScope.OfSegment of -> of(of, segments);
        };
        known = Optional.of(found);
        return found.filter();
    }

    private String cell(String id) throws StoreException {
        return called.of(NetworkPackage.Literals.CELL, List.of(id)).getOrDefault(id, id);
    }

    private Known of(CustomerScope.OfSegment wanted, Optional<Segments> segments) throws StoreException {
        Optional<Segmentation> segmentation = segments.isEmpty() ? Optional.empty() : segments.get().find(wanted.segmentation());
        String whole = segmentation.map(names::of).orElse(wanted.segmentation());
        if (wanted.segment().isEmpty()) {
            return new Known(wanted, Filter.ALL, whole);
        }
        String path = wanted.segment().get();
        String own = segmentation.flatMap(found -> SegmentRules.find(found, path)).map(names::of).orElseGet(() -> names.ofPath(path));
        Filter filter = segmentation.flatMap(found -> SegmentRules.criterion(found, path)).map(Filter.ALL::where)
                .orElseGet(() -> Filter.ALL.of(wanted.segmentation(), path));
        return new Known(wanted, filter, texts.get("Scope_Of", own, whole));
    }
}
