package org.towercrier.workbench.internal;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import jakarta.annotation.PostConstruct;

/** Takes the free room of a trim bar, so that what follows stands at its end. */
public final class Spacer {

    @PostConstruct
    void build(Composite parent) {
        // Without a layout an empty composite would ask for 64 by 64 pixels, and the bar would be as high.
        GridLayoutFactory.fillDefaults().applyTo(new Composite(parent, SWT.NONE));
    }
}
