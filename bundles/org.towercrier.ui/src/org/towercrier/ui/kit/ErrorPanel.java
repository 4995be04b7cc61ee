package org.towercrier.ui.kit;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Icons;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** What a view shows when it could not do its work: one sentence what happened, one what to do, details folded. */
public final class ErrorPanel extends Composite implements Themed {

    private final Icons icons;
    private final Label picture;
    private final Label happened;
    private final Label remedy;
    private final ButtonRow buttons;
    private final Link fold;
    private final Text details;
    private final Font bold;
    private Theme theme = Theme.LIGHT;

    /**
     * A panel.
     *
     * @param happened one sentence: what happened
     * @param remedy one sentence: what to do
     * @param detail what a specialist wants to see; may be empty
     */
    public ErrorPanel(Composite parent, UiMessages messages, String happened, String remedy, String detail) {
        super(parent, SWT.NONE);
        icons = new Icons(this);
        bold = FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD).createFont(getDisplay());
        addDisposeListener(event -> bold.dispose());
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 16;
        layout.marginHeight = 16;
        layout.horizontalSpacing = 12;
        layout.verticalSpacing = 8;
        setLayout(layout);
        picture = new Label(this, SWT.NONE);
        GridData corner = new GridData(SWT.LEFT, SWT.TOP, false, false);
        corner.verticalSpan = 5;
        picture.setLayoutData(corner);
        this.happened = sentence(happened);
        this.happened.setFont(bold);
        this.remedy = sentence(remedy);
        buttons = new ButtonRow(this);
        buttons.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, true, false));
        fold = new Link(this, SWT.NONE);
        fold.setText("<a>" + messages.get("Error_Details") + "</a>");
        fold.setVisible(!detail.isEmpty());
        details = new Text(this, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        details.setText(detail);
        GridData folded = new GridData(SWT.FILL, SWT.FILL, true, true);
        folded.exclude = true;
        folded.heightHint = 120;
        details.setLayoutData(folded);
        details.setVisible(false);
        fold.addListener(SWT.Selection, event -> showDetails(!details.getVisible()));
        Theme.keepsOwnColours(this, picture, this.happened, this.remedy, fold, details);
        applyTheme(theme);
    }

    private Label sentence(String text) {
        Label label = new Label(this, SWT.WRAP);
        label.setText(text);
        label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return label;
    }

    /** Adds a button that helps. */
    public ErrorPanel button(String label, Runnable action) {
        buttons.add(label, action);
        return this;
    }

    /** Unfolds or folds the details. */
    public void showDetails(boolean shown) {
        details.setVisible(shown);
        ((GridData) details.getLayoutData()).exclude = !shown;
        layout(true, true);
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
        for (Label label : new Label[]{ picture, happened, remedy }) {
            label.setBackground(theme.background());
            label.setForeground(theme.text());
        }
        fold.setBackground(theme.background());
        fold.setLinkForeground(theme.accent());
        details.setBackground(theme.surface());
        details.setForeground(theme.mutedText());
        picture.setImage(icons.image(Icon.ERROR, theme, 24));
    }
}
