package org.towercrier.workbench.internal;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.store.Store;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Names the open workspace in the status line; where it lies is in the tool tip. */
public final class WorkspaceStatus {

    private Store store;
    private Label label;

    @PostConstruct
    void build(Composite parent) {
        Composite pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 2).applyTo(pane);
        label = new Label(pane, SWT.NONE);
        label.setData("org.eclipse.e4.ui.css.CssClassName", "StatusText");
        refresh();
    }

    @Inject
    void workspace(@Optional Store opened) {
        store = opened;
        refresh();
    }

    private void refresh() {
        if (label == null || label.isDisposed()) {
            return;
        }
        label.setText(store == null ? "" : String.valueOf(store.info().location().getFileName()));
        label.setToolTipText(store == null ? "" : store.info().location().toString());
        label.requestLayout();
    }
}
