package org.towercrier.customer.ui.internal.figure;

import java.util.List;
import java.util.function.Consumer;

import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

/**
 * A view of a list of customers; double click opens the page of one.
 *
 * @param <R> what a row is
 */
public abstract class FigureTablePart<R> extends TablePart<R> {

    private final FigureSite figures;

    protected FigureTablePart(PartSite site, FigureSite figures) {
        super(site);
        this.figures = figures;
        figures.feed().follow(this::changed);
    }

    /** What charts about customers need. */
    protected final FigureSite figures() {
        return figures;
    }

    /** The words. */
    protected final FigureTexts texts() {
        return figures.texts();
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
