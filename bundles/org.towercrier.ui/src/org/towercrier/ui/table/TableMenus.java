package org.towercrier.ui.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.MessageBox;
import org.towercrier.ui.kit.UiMessages;

/** Context menus of a table. */
final class TableMenus<T> {

    private final DataTable<T> table;
    private final TableModel<T> model;
    private final TableLayers layers;
    private final UiMessages messages;

    TableMenus(DataTable<T> table, TableModel<T> model, TableLayers layers, UiMessages messages) {
        this.table = table;
        this.model = model;
        this.layers = layers;
        this.messages = messages;
    }

    /** The menu of a header: sorting, grouping, filters, and which columns are shown. */
    Menu header(Control parent, int column) {
        Menu menu = new Menu(parent);
        item(menu, SWT.PUSH, "Table_SortAscending", () -> table.sort(column, Optional.of(false), false));
        item(menu, SWT.PUSH, "Table_SortDescending", () -> table.sort(column, Optional.of(true), false));
        if (!model.index().sort().isEmpty()) {
            item(menu, SWT.PUSH, "Table_Unsort", () -> table.sort(column, Optional.empty(), false));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        if (model.index().isGroupable(column)) {
            item(menu, SWT.PUSH, "Table_GroupBy", () -> table.groupBy(column));
        }
        if (model.index().groupColumn().isPresent()) {
            item(menu, SWT.PUSH, "Table_Ungroup", table::ungroup);
            item(menu, SWT.PUSH, "Table_CollapseAll", () -> table.collapseAll(true));
            item(menu, SWT.PUSH, "Table_ExpandAll", () -> table.collapseAll(false));
        }
        item(menu, SWT.CHECK, "Table_FilterRow", () -> table.showFilterRow(!layers.isFilterRowShown()))
                .setSelection(layers.isFilterRowShown());
        new MenuItem(menu, SWT.SEPARATOR);
        if (layers.hideShow().getColumnCount() > 1) {
            item(menu, SWT.PUSH, "Table_HideColumn", () -> layers.hideShow().hideColumnIndexes(column));
        }
        columns(menu);
        return menu;
    }

    private void columns(Menu menu) {
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText(messages.get("Table_Columns"));
        Menu columns = new Menu(cascade);
        cascade.setMenu(columns);
        for (int i = 0; i < model.columns().size(); i++) {
            int column = i;
            boolean hidden = layers.hideShow().isColumnIndexHidden(column);
            MenuItem item = new MenuItem(columns, SWT.CHECK);
            item.setText(model.columns().get(column).label().replace("&", "&&"));
            item.setSelection(!hidden);
            item.setEnabled(hidden || layers.hideShow().getColumnCount() > 1);
            item.addListener(SWT.Selection, event -> {
                if (hidden) {
                    layers.hideShow().showColumnIndexes(column);
                } else {
                    layers.hideShow().hideColumnIndexes(column);
                }
            });
        }
    }

    /** The menu of the rows: the actions of the view, then what every table can do. */
    Menu rows(Control parent) {
        Menu menu = new Menu(parent);
        table.fillMenu(menu);
        if (menu.getItemCount() > 0) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
        item(menu, SWT.PUSH, "Table_Copy", table::copy);
        item(menu, SWT.PUSH, "Table_SelectAll", layers.selection()::selectAll);
        item(menu, SWT.PUSH, "Table_Export", this::export);
        columns(menu);
        return menu;
    }

    private MenuItem item(Menu menu, int style, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(messages.get(key));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private void export() {
        FileDialog dialog = new FileDialog(table.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[]{ "*.csv" });
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        Path file = Path.of(chosen);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            table.exportCsv(out);
        } catch (IOException failure) {
            MessageBox box = new MessageBox(table.getShell(), SWT.ICON_ERROR | SWT.OK);
            box.setText(messages.get("Table_Export"));
            box.setMessage(messages.get("Table_ExportFailed", file, failure.getLocalizedMessage()));
            box.open();
        }
    }

}
