package org.towercrier.expansion.ui.internal;

import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;

/** What controls of these views have in common. */
public final class Controls {

    private Controls() {
    }

    /** Shows a control in its grid or takes it away: what cannot be done now is not there. */
    public static void setShown(Control control, boolean shown) {
        GridData place = control.getLayoutData() instanceof GridData known ? known : new GridData();
        if (place.exclude == shown || control.getVisible() != shown) {
            place.exclude = !shown;
            control.setLayoutData(place);
            control.setVisible(shown);
            control.requestLayout();
        }
    }
}
