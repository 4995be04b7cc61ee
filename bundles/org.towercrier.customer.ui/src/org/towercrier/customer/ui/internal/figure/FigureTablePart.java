package org.towercrier.customer.ui.internal.figure;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.e4.core.di.annotations.Optional;
import org.towercrier.customer.CustomerException;
import org.towercrier.model.customer.Criterion;
import org.towercrier.store.StoreException;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * A view of a list of customers of the selected segment; double click opens the page of one.
 *
 * @param <R> what a row is
 */
public abstract class FigureTablePart<R> extends TablePart<R> {

    private final FigureSite figures;
    private java.util.Optional<SegmentSelection> followed = java.util.Optional.empty();

    protected FigureTablePart(PartSite site, FigureSite figures) {
        super(site);
        this.figures = figures;
        figures.feed().follow(this::changed);
    }

    @Inject
    @Optional
    final void segmentSelected(@Named(SharedSelection.SEGMENT) SegmentSelection selection) {
        boolean same = followed.filter(selection::isSame).isPresent();
        followed = java.util.Optional.of(selection);
        if (!same) {
            changed();
        }
    }

    /** The rule of the selected segment; absent for everyone. */
    protected final java.util.Optional<Criterion> among() throws CustomerException, StoreException {
        return figures.followed(figures.feed().segments()).flatMap(FollowedSegment::criterion);
    }

    /** What charts about customers need. */
    protected final FigureSite figures() {
        return figures;
    }

    /** The words. */
    protected final FigureTexts texts() {
        return figures.texts();
    }

    /** Lets the table lead to customers: selected rows are the selected customers, a double click opens the page of one. */
    protected final void lead(DataTable<R> table, Function<R, String> customer) {
        table.setKey(customer);
        table.onSelection(rows -> {
            // A filter that hides the selected row leaves the customer selected.
            if (!rows.isEmpty()) {
                figures.select(rows.stream().map(customer).toList(), this);
            }
        });
        table.onOpen(row -> figures.open(customer.apply(row), this));
    }

    /** Reads rows in the background and shows them, also when there are none but customers are known. */
    protected final void showCustomers(PaneLoader.Reading<List<R>> reading, Consumer<RowSet<R>> beside) {
        figures.load(loader(), cancellation -> {
            List<R> found = reading.read(cancellation);
            return new Found<>(rows(found), !found.isEmpty() || figures.anyone(cancellation));
        }, found -> {
            show(found.rows());
            beside.accept(found.rows());
            pane().showUnless(!found.anyone());
        });
    }

    private record Found<R>(RowSet<R> rows, boolean anyone) {
    }
}
