package org.towercrier.ui.kit;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Icons;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** What an empty view shows: what would be here, and the buttons that get it. */
public final class EmptyState extends Composite implements Themed {

    private static final int PICTURE = 44;
    private static final int TEXT_WIDTH = 380;

    private final Icons icons;
    private final Icon icon;
    private final Composite middle;
    private final Label picture;
    private final Label title;
    private final Label text;
    private final Composite buttons;
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
        picture = new Label(middle, SWT.NONE);
        picture.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        this.title = new Label(middle, SWT.CENTER);
        this.title.setText(title);
        this.title.setFont(bold);
        this.title.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        this.text = new Label(middle, SWT.CENTER | SWT.WRAP);
        this.text.setText(text);
        GridData place = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        place.widthHint = TEXT_WIDTH;
        this.text.setLayoutData(place);
        buttons = new Composite(middle, SWT.NONE);
        buttons.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        GridLayout row = new GridLayout(0, false);
        row.horizontalSpacing = 8;
        row.marginHeight = 8;
        buttons.setLayout(row);
        Theme.keepsOwnColours(this, middle, picture, this.title, this.text, buttons);
        applyTheme(theme);
    }

    /** Adds a button; the first is the one that most people want. */
    public EmptyState button(String label, Runnable action) {
        Button button = new Button(buttons, SWT.PUSH);
        button.setText(label);
        Theme.keepsOwnColours(button);
        Buttons.paint(buttons, theme);
        button.addListener(SWT.Selection, event -> action.run());
        ((GridLayout) buttons.getLayout()).numColumns++;
        return this;
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        Buttons.paint(buttons, theme);
        for (Composite composite : new Composite[]{ this, middle, buttons }) {
            composite.setBackground(theme.background());
        }
        for (Label label : new Label[]{ picture, title, text }) {
            label.setBackground(theme.background());
        }
        title.setForeground(theme.text());
        text.setForeground(theme.mutedText());
        picture.setImage(icons.image(icon, theme, PICTURE));
        layout(true, true);
    }
}
