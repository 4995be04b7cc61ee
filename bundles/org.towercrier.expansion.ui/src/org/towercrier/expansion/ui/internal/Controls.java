package org.towercrier.expansion.ui.internal;

import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** What controls of these views have in common. */
public final class Controls {

    /** Key of what was shown in a field last. */
    private static final String SHOWN = "shown";

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

    /** Shows a value in a field; what was shown last and has been changed since is being typed and stays. */
    public static void setValue(Text field, String value) {
        Object shown = field.getData(SHOWN);
        boolean typing = field.isFocusControl() && !field.getText().equals(shown == null ? "" : shown);
        if (!typing && !field.getText().equals(value)) {
            field.setText(value);
        }
        field.setData(SHOWN, typing ? shown : value);
    }

    /** What is typed in a field has been taken over. */
    public static void setTaken(Text field) {
        field.setData(SHOWN, field.getText());
    }
}
