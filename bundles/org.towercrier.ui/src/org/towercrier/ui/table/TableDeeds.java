package org.towercrier.ui.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.MessageBox;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.RowIndex.SortKey;

/** What mouse, keyboard and menus do with a {@link DataTable}. */
final class TableDeeds<T> implements GridMouse.Deeds {

    private final DataTable<T> table;
    private final TableModel<T> model;
    private final TableLayers layers;
    private final UiMessages messages;
    private final MenuItems items;

    TableDeeds(DataTable<T> table, TableModel<T> model, TableLayers layers, UiMessages messages) {
        this.table = table;
        this.model = model;
        this.layers = layers;
        this.messages = messages;
        items = new MenuItems(messages);
    }

    @Override
    public int lines() {
        return model.index().size();
    }

    @Override
    public boolean isRow(int line) {
        return line >= 0 && line < lines() && !model.index().isGroup(line);
    }

    @Override
    public void toggle(int line) {
        table.toggleGroup(model.index().groupAt(line));
    }

    @Override
    public void open(int line) {
        table.open(model.index().row(line));
    }

    @Override
    public void sort(int column, boolean add) {
        Optional<SortKey> now = model.index().sort().stream().filter(key -> key.column() == column).findFirst();
        Optional<Boolean> next = now.isEmpty() ? Optional.of(false) : now.get().descending() ? Optional.empty() : Optional.of(true);
        table.sort(column, next, add);
    }

    @Override
    public boolean filters(int column) {
        return true;
    }

    @Override
    public String filter(int column) {
        return model.filterText(column);
    }

    @Override
    public List<String> choices(int column) {
        return model.columns().get(column).type().isChoice() ? model.choices(column) : List.of();
    }

    @Override
    public void filter(int column, String text) {
        table.filter(column, text);
    }

    @Override
    public void copy() {
        table.copy();
    }

    @Override
    public void focusQuickFilter() {
        table.focusQuickFilter();
    }

    /** Sorting, grouping, filters, and which columns are shown. */
    @Override
    public void fillHeader(Menu menu, int column) {
        items.add(menu, SWT.PUSH, "Table_SortAscending", () -> table.sort(column, Optional.of(false), false));
        items.add(menu, SWT.PUSH, "Table_SortDescending", () -> table.sort(column, Optional.of(true), false));
        if (!model.index().sort().isEmpty()) {
            items.add(menu, SWT.PUSH, "Table_Unsort", () -> table.sort(column, Optional.empty(), false));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        if (model.index().isGroupable(column)) {
            items.add(menu, SWT.PUSH, "Table_GroupBy", () -> table.groupBy(column));
        }
        if (model.index().groupColumn().isPresent()) {
            items.add(menu, SWT.PUSH, "Table_Ungroup", table::ungroup);
            items.add(menu, SWT.PUSH, "Table_CollapseAll", () -> table.collapseAll(true));
            items.add(menu, SWT.PUSH, "Table_ExpandAll", () -> table.collapseAll(false));
        }
        items.add(menu, SWT.CHECK, "Table_FilterRow", () -> table.showFilterRow(!layers.isFilterRowShown()))
                .setSelection(layers.isFilterRowShown());
        new MenuItem(menu, SWT.SEPARATOR);
        if (layers.hideShow().getColumnCount() > 1) {
            items.add(menu, SWT.PUSH, "Table_HideColumn", () -> layers.show(column, false));
        }
        columns(menu);
    }

    /** The actions of the view, then what every table can do. */
    @Override
    public void fillRows(Menu menu) {
        table.fillMenu(menu);
        if (menu.getItemCount() > 0) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
        items.add(menu, SWT.PUSH, "Table_Copy", table::copy);
        items.add(menu, SWT.PUSH, "Table_SelectAll", layers.selection()::selectAll);
        items.add(menu, SWT.PUSH, "Table_Export", this::export);
        columns(menu);
    }

    private void columns(Menu menu) {
        items.addColumns(menu, model.columns().stream().map(TableColumn::label).toList(), layers.hideShow(), layers::show);
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
