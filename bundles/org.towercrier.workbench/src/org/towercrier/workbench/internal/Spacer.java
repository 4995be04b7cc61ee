package org.towercrier.workbench.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import jakarta.annotation.PostConstruct;

/** Takes the free room of a trim bar, so that what follows stands at its end. */
public final class Spacer {

    @PostConstruct
    void build(Composite parent) {
        new Composite(parent, SWT.NONE);
    }
}
