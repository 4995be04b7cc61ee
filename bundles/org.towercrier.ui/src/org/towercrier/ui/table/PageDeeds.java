package org.towercrier.ui.table;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.RowIndex.SortKey;

/** What mouse, keyboard and menus do with a {@link PagedTable}. */
final class PageDeeds<R> implements GridMouse.Deeds {

    private final PagedTable<R> table;
    private final PageModel<R> model;
    private final TableLayers layers;
    private final MenuItems items;

    PageDeeds(PagedTable<R> table, PageModel<R> model, TableLayers layers, UiMessages messages) {
        this.table = table;
        this.model = model;
        this.layers = layers;
        items = new MenuItems(messages);
    }

    @Override
    public int lines() {
        return model.cache().size();
    }

    @Override
    public void open(int line) {
        model.cache().row(line).ifPresent(table::open);
    }

    /** By one column: a source that reads pages is asked for no more. */
    @Override
    public void sort(int column, boolean add) {
        boolean mine = model.sort().filter(key -> key.column() == column).isPresent();
        boolean down = model.sort().map(SortKey::descending).orElse(false);
        table.sort(mine && down ? Optional.empty() : Optional.of(new SortKey(column, mine)));
    }

    @Override
    public boolean filters(int column) {
        return table.filters(column);
    }

    @Override
    public String filter(int column) {
        return model.filter(column);
    }

    @Override
    public List<String> choices(int column) {
        TableColumn<R> about = model.columns().get(column);
        return about.type().isChoice() ? about.choices() : List.of();
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

    @Override
    public void fillHeader(Menu menu, int column) {
        if (table.sorts(column)) {
            items.add(menu, SWT.PUSH, "Table_SortAscending", () -> table.sort(Optional.of(new SortKey(column, false))));
            items.add(menu, SWT.PUSH, "Table_SortDescending", () -> table.sort(Optional.of(new SortKey(column, true))));
        }
        if (model.sort().isPresent()) {
            items.add(menu, SWT.PUSH, "Table_Unsort", () -> table.sort(Optional.empty()));
        }
        items.add(menu, SWT.CHECK, "Table_FilterRow", () -> table.showFilterRow(!layers.isFilterRowShown()))
                .setSelection(layers.isFilterRowShown());
        new MenuItem(menu, SWT.SEPARATOR);
        if (layers.hideShow().getColumnCount() > 1) {
            items.add(menu, SWT.PUSH, "Table_HideColumn", () -> table.show(column, false));
        }
        columns(menu);
    }

    @Override
    public void fillRows(Menu menu) {
        table.fillMenu(menu);
        if (menu.getItemCount() > 0) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
        items.add(menu, SWT.PUSH, "Table_Copy", table::copy);
        columns(menu);
    }

    private void columns(Menu menu) {
        items.addColumns(menu, model.columns().stream().map(TableColumn::label).toList(), layers.hideShow(), table::show);
    }
}
