package org.towercrier.ui.kit;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Icons;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** What an empty view shows: what would be here, and the buttons that get it. */
public final class EmptyState extends Composite implements Themed {

    private static final int PICTURE = 44;
    private static final int TEXT_WIDTH = 380;
    private static final int LEAST_WIDTH = 80;
    private static final int MARGIN = 16;

    private final Icons icons;
    private final Icon icon;
    private final Composite middle;
    private final Canvas picture;
    private final Label title;
    private final Label text;
    private final ButtonRow buttons;
    private final Font bold;
    private Theme theme = Theme.LIGHT;

    public EmptyState(Composite parent, Icon icon, String title, String text) {
        super(parent, SWT.NONE);
        this.icon = icon;
        icons = new Icons(this);
        bold = FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD).increaseHeight(2).createFont(getDisplay());
        addDisposeListener(event -> bold.dispose());
        setLayout(new GridLayout(1, false));
        middle = new Composite(this, SWT.NONE);
        middle.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
        GridLayout layout = new GridLayout(1, false);
        layout.verticalSpacing = 8;
        middle.setLayout(layout);
        picture = new Canvas(middle, SWT.NO_FOCUS);
        GridData frame = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        frame.widthHint = PICTURE;
        frame.heightHint = PICTURE;
        picture.setLayoutData(frame);
        // Most views have something to show: what the picture costs is spent when it is seen.
        picture.addPaintListener(event -> event.gc.drawImage(icons.image(icon, theme, PICTURE), 0, 0));
        this.title = new Label(middle, SWT.CENTER);
        this.title.setText(title);
        this.title.setFont(bold);
        this.title.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        this.text = new Label(middle, SWT.CENTER | SWT.WRAP);
        this.text.setText(text);
        GridData place = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        place.widthHint = TEXT_WIDTH;
        this.text.setLayoutData(place);
        buttons = new ButtonRow(middle);
        GridData row = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        row.verticalIndent = 8;
        buttons.setLayoutData(row);
        addListener(SWT.Resize, event -> fitText());
        Theme.keepsOwnColours(this, middle, picture, this.title, this.text);
        applyTheme(theme);
    }

    /** Adds a button; the first is the one that most people want. */
    public EmptyState button(String label, Runnable action) {
        buttons.add(label, action);
        return this;
    }

    /** The text is as wide as is good to read, and no wider than the view. */
    private void fitText() {
        GridData place = (GridData) text.getLayoutData();
        int width = Math.clamp(getClientArea().width - 2L * MARGIN, LEAST_WIDTH, TEXT_WIDTH);
        if (place.widthHint != width) {
            place.widthHint = width;
            text.requestLayout();
        }
    }

    @Override
    public boolean setFocus() {
        return buttons.focusFirst() || super.setFocus();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        buttons.applyTheme(theme);
        setBackground(theme.background());
        middle.setBackground(theme.background());
        for (Control part : new Control[]{ picture, title, text }) {
            part.setBackground(theme.background());
        }
        title.setForeground(theme.text());
        text.setForeground(theme.mutedText());
        picture.redraw();
        layout(true, true);
    }
}
