package org.towercrier.ui.table;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Icons;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** The line above a table: quick filter, filter row, all filters off. */
final class TableBar extends Composite implements Themed {

    private static final int PAUSE_MILLIS = 150;

    private final Text field;
    private final ToolBar tools;
    private final ToolItem filterRow;
    private final ToolItem clear;
    private final Icons icons;
    private int revision;
    private boolean silent;

    TableBar(Composite parent, UiMessages messages, Consumer<String> quickFilter, Runnable toggleFilterRow,
            Runnable clearFilters) {
        super(parent, SWT.NONE);
        icons = new Icons(this);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 3;
        layout.marginWidth = 8;
        layout.horizontalSpacing = 8;
        setLayout(layout);
        field = new Text(this, SWT.SINGLE | SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        field.setMessage(messages.get("Table_QuickFilter"));
        GridData place = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        place.widthHint = 240;
        field.setLayoutData(place);
        field.addListener(SWT.Modify, event -> later(quickFilter));
        field.addListener(SWT.DefaultSelection, event -> now(quickFilter));
        tools = new ToolBar(this, SWT.FLAT | SWT.HORIZONTAL);
        tools.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        filterRow = new ToolItem(tools, SWT.CHECK);
        filterRow.setToolTipText(messages.get("Table_FilterRow"));
        filterRow.addListener(SWT.Selection, event -> toggleFilterRow.run());
        clear = new ToolItem(tools, SWT.PUSH);
        clear.setToolTipText(messages.get("Table_ClearFilters"));
        clear.setEnabled(false);
        clear.addListener(SWT.Selection, event -> clearFilters.run());
        Theme.keepsOwnColours(this, field, tools);
    }

    private void later(Consumer<String> quickFilter) {
        int mine = ++revision;
        if (!silent) {
            getDisplay().timerExec(PAUSE_MILLIS, () -> {
                if (mine == revision && !field.isDisposed()) {
                    quickFilter.accept(field.getText());
                }
            });
        }
    }

    private void now(Consumer<String> quickFilter) {
        revision++;
        quickFilter.accept(field.getText());
    }

    /** Shows a filter that was set by the program. */
    void show(String text) {
        if (!field.getText().equals(text)) {
            silent = true;
            field.setText(text);
            silent = false;
        }
    }

    void filterRowShown(boolean shown) {
        filterRow.setSelection(shown);
    }

    void filtered(boolean filtered) {
        clear.setEnabled(filtered);
    }

    @Override
    public boolean setFocus() {
        return field.setFocus();
    }

    @Override
    public void applyTheme(Theme theme) {
        setBackground(theme.surface());
        tools.setBackground(theme.surface());
        field.setBackground(theme.background());
        field.setForeground(theme.text());
        filterRow.setImage(icons.image(Icon.FILTER, theme));
        clear.setImage(icons.image(Icon.CLEAR, theme));
    }
}
