package org.towercrier.customer.ui.internal.figure;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A view of charts about customers: it follows imports, saved segmentations and, where it makes sense, the selected segment. */
public abstract class FigurePart extends StatePart {

    private final FigureSite figures;
    private java.util.Optional<SegmentSelection> followed = java.util.Optional.empty();

    protected FigurePart(PartSite site, FigureSite figures) {
        super(site);
        this.figures = figures;
        figures.feed().follow(this::changed);
    }

    /** Whether the view is about the selected segment. */
    protected boolean followsSegment() {
        return true;
    }

    @Inject
    @Optional
    final void segmentSelected(@Named(SharedSelection.SEGMENT) SegmentSelection selection) {
        boolean same = followed.filter(selection::isSame).isPresent();
        followed = java.util.Optional.of(selection);
        if (!same && followsSegment()) {
            changed();
        }
    }

    /** What charts about customers need. */
    protected final FigureSite figures() {
        return figures;
    }

    /** The words. */
    protected final FigureTexts texts() {
        return figures.texts();
    }

    /** Reads in the background, then shows. */
    protected final <T> void load(PaneLoader.Reading<T> reading, Consumer<T> consumer) {
        figures.load(loader(), reading, consumer);
    }

    /** Shows that there is nothing, and forgets what is being read. */
    protected final void showNothing() {
        loader().cancel();
        pane().showEmpty();
    }

    /** A pane for a figure that keeps the theme. */
    protected final FigurePane figure(Composite parent) {
        FigurePane pane = new FigurePane(parent, site().messages());
        site().track(pane);
        return pane;
    }

    /** A strip for numbers that keeps the theme, as the first row of a page. */
    protected final NumbersPane numbers(Composite parent) {
        NumbersPane pane = new NumbersPane(parent);
        site().track(pane);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(pane);
        return pane;
    }

    /** A page whose children stand one below the other. */
    protected static Composite page(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        return page;
    }

    /** Lets controls take all the room that is left. */
    protected static void fill(List<? extends Control> controls) {
        controls.forEach(control -> GridDataFactory.fillDefaults().grab(true, true).applyTo(control));
    }
}
