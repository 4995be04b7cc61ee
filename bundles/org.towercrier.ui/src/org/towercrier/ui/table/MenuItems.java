package org.towercrier.ui.table;

import java.util.List;

import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.ui.kit.UiMessages;

/** What the menus of tables are made of, whether the table has all its rows or pages of them. */
record MenuItems(UiMessages messages) {

    /** Shows or hides a column. */
    @FunctionalInterface
    interface ColumnSwitch {
        void show(int column, boolean shown);
    }

    /** Adds an item. */
    MenuItem add(Menu menu, int style, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(messages.get(key));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    /** Adds a menu of all columns with a mark at those that are shown; the last one stays. */
    void addColumns(Menu menu, List<String> labels, ColumnHideShowLayer layer, ColumnSwitch columns) {
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText(messages.get("Table_Columns"));
        Menu choice = new Menu(cascade);
        cascade.setMenu(choice);
        for (int i = 0; i < labels.size(); i++) {
            int column = i;
            boolean hidden = layer.isColumnIndexHidden(column);
            MenuItem item = new MenuItem(choice, SWT.CHECK);
            item.setText(labels.get(column).replace("&", "&&"));
            item.setSelection(!hidden);
            item.setEnabled(hidden || layer.getColumnCount() > 1);
            item.addListener(SWT.Selection, event -> columns.show(column, hidden));
        }
    }
}
