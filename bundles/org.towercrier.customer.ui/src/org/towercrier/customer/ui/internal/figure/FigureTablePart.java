package org.towercrier.customer.ui.internal.figure;

import java.util.List;

import org.towercrier.customer.CustomerException;
import org.towercrier.ui.view.ExplainedException;
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

    /** Reads rows in the background and shows them; what customers cannot be asked is explained in the words of the refusal. */
    protected final void showCustomers(PaneLoader.Reading<List<R>> reading) {
        show(cancellation -> {
            try {
                return reading.read(cancellation);
            } catch (CustomerException refused) {
                throw new ExplainedException(refused.getMessage(), texts().get("Refused_Remedy"), refused);
            }
        });
    }
}
