package org.towercrier.workbench.internal;

import org.eclipse.swt.widgets.Composite;

import jakarta.inject.Inject;

/** The short guide: how to get from files to alarms one can act on. */
public final class GuidePart extends PagePart {

    private static final int STEPS = 6;

    @Inject
    public GuidePart(WorkbenchMessages messages) {
        super(messages);
    }

    @Override
    void fill(Composite page, WorkbenchMessages texts) {
        Pages.title(page, texts.get("Guide_Title"));
        for (int step = 1; step <= STEPS; step++) {
            Pages.heading(page, texts.get("Guide_" + step));
            Pages.text(page, texts.get("Guide_" + step + "_Text"));
        }
    }
}
