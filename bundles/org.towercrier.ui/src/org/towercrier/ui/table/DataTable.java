package org.towercrier.ui.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/**
 * A table for any number of rows: sorts by a click on a header (Ctrl-click adds a column), filters by words and by
 * column, groups, chooses and reorders columns, copies and exports, and counts at its foot.
 *
 * <p>Rows come as a {@link RowSet}, which a job makes ready; the selection survives new rows, sorting and filtering when
 * rows are known by a key.
 *
 * @param <T> what a row is made of
 */
public final class DataTable<T> extends Composite implements Themed {

    private final TableModel<T> model;
    private final TableLayers layers;
    private final TableFace face;
    private final GridMouse mouse;
    private final RowSelection<T> selection;
    private final Font bold;
    private final List<Consumer<T>> openListeners = new ArrayList<>();
    private Consumer<Menu> menuFiller = menu -> {};
    private Theme theme = Theme.LIGHT;

    public DataTable(Composite parent, List<TableColumn<T>> columns, UiMessages messages, Dates dates) {
        super(parent, SWT.NONE);
        model = new TableModel<>(columns, messages, dates);
        layers = new TableLayers(model);
        face = new TableFace(this, layers, messages, this::quickFilter, () -> showFilterRow(!layers.isFilterRowShown()),
                this::clearFilters);
        NatTable grid = face.grid();
        bold = FontDescriptor.createFrom(grid.getFont()).setStyle(SWT.BOLD).createFont(getDisplay());
        addDisposeListener(event -> bold.dispose());
        mouse = new GridMouse(grid, layers, messages, new TableDeeds<>(this, model, layers, messages));
        TablePainter painter = new TablePainter(model, messages, () -> theme, mouse::hovered, () -> bold);
        face.begin(painter, columns);
        grid.addOverlayPainter((gc, layer) -> painter.paintOver(grid, layers, gc));
        mouse.bind();
        selection = new RowSelection<>(model, layers, grid, this::updateFooter);
        applyTheme(theme);
        updateFooter();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        face.applyTheme(theme);
        mouse.applyTheme(theme);
    }

    @Override
    public boolean setFocus() {
        return face.setFocus();
    }

    /** By what rows are known as the same in another set of rows; without it, by {@code equals}. */
    public void setKey(Function<T, ?> newKey) {
        selection.setKey(newKey);
    }

    /** Shows other rows; sorting, filters, groups and, by key, the selection stay. */
    public void setRows(RowSet<T> rows) {
        selection.keep(() -> model.setRows(rows));
    }

    /** The rows that are shown, in their order, without those in closed groups. */
    public List<T> shownRows() {
        List<T> shown = new ArrayList<>();
        RowIndex index = model.index();
        for (int line = 0; line < index.size(); line++) {
            if (!index.isGroup(line)) {
                shown.add(model.object(index.row(line)));
            }
        }
        return shown;
    }

    /** Keeps rows in which each word stands somewhere. */
    public void quickFilter(String text) {
        face.bar().show(text);
        if (!text.equals(model.quickFilter())) {
            selection.keep(() -> model.quickFilter(text));
        }
    }

    /** Filters a column by a text in the language of the filter row, see {@link FilterParser}; the empty text filters nothing. */
    public void filter(String columnId, String text) {
        filter(model.column(columnId), text);
    }

    void filter(int column, String text) {
        if (!model.filterText(column).equals(text)) {
            selection.keep(() -> model.filter(column, text));
        }
    }

    /** What is typed into the filters of the columns, by their ids; columns that are not filtered are absent. */
    public Map<String, String> filters() {
        return model.filters();
    }

    /** What is typed into the quick filter. */
    public String quickFilter() {
        return model.quickFilter();
    }

    /** Takes all filters away. */
    public void clearFilters() {
        face.bar().show("");
        selection.keep(model::clearFilters);
    }

    /** Shows or hides the row of filters below the headers. */
    public void showFilterRow(boolean shown) {
        mouse.closeEditor();
        face.showFilterRow(shown);
    }

    /** Sorts by one column. */
    public void sort(String columnId, boolean descending) {
        sort(model.column(columnId), Optional.of(descending), false);
    }

    void sort(int column, Optional<Boolean> descending, boolean add) {
        selection.keep(() -> model.sort(column, descending, add));
    }

    /** Groups by a column of words. */
    public void groupBy(String columnId) {
        groupBy(model.column(columnId));
    }

    void groupBy(int column) {
        selection.keep(() -> model.index().groupBy(column));
    }

    /** The column it is grouped by. */
    public Optional<String> groupedBy() {
        OptionalInt column = model.index().groupColumn();
        return column.isEmpty() ? Optional.empty() : Optional.of(model.columns().get(column.getAsInt()).id());
    }

    /** Groups no longer. */
    public void ungroup() {
        selection.keep(() -> model.index().ungroup());
    }

    void toggleGroup(int group) {
        selection.keep(() -> model.index().toggle(group));
    }

    void collapseAll(boolean close) {
        selection.keep(() -> model.index().collapseAll(close));
    }

    /** Selects the rows of the given keys and brings the first into view, without telling the listeners. */
    public void select(Set<?> keys) {
        selection.select(keys);
    }

    /** The selected rows, from top to bottom. */
    public List<T> selection() {
        return selection.objects();
    }

    private void updateFooter() {
        face.count(model.footer(selection.count()), model.index().isFiltered());
    }

    /** Is told the selected rows whenever the user selects. */
    public void onSelection(Consumer<List<T>> listener) {
        selection.onChange(listener);
    }

    /** Is told the row that is opened by a double click or Enter. */
    public void onOpen(Consumer<T> listener) {
        openListeners.add(listener);
    }

    void open(int row) {
        openListeners.forEach(listener -> listener.accept(model.object(row)));
    }

    /** Puts the actions of the view into the context menu; called each time it opens. */
    public void onMenu(Consumer<Menu> filler) {
        menuFiller = filler;
    }

    void fillMenu(Menu menu) {
        menuFiller.accept(menu);
    }

    /** Puts the focus into the field of the quick filter. */
    public void focusQuickFilter() {
        face.bar().setFocus();
    }

    /** Copies the selected rows with their headers, cells parted by tabs. */
    public void copy() {
        List<List<CsvWriter.Field>> rows = new TableExport<>(model, layers).rows(selection.lines(), false);
        if (!rows.isEmpty()) {
            StringBuilder text = new StringBuilder(String.join("\t", new TableExport<>(model, layers).header()));
            rows.forEach(row -> text.append('\n')
                    .append(String.join("\t", row.stream().map(CsvWriter.Field::text).toList())));
            face.copy(text.toString());
        }
    }

    /**
     * Writes the shown rows and columns as CSV (RFC 4180), numbers with a decimal point, times in ISO with offset;
     * texts that a spreadsheet would run as a formula are neutralised.
     */
    public void exportCsv(Appendable out) throws IOException {
        TableExport<T> export = new TableExport<>(model, layers);
        CsvWriter.write(out, export.header(), export.shownRows());
    }

    /** What the table remembers, as one line of text: columns, their order and width, sorting, grouping. */
    public String saveState() {
        return new TableMemory<>(model, layers).save().text();
    }

    /** Takes up what {@link #saveState()} gave; of another table or version it takes what fits. */
    public void restoreState(String state) {
        TableState.of(state).ifPresent(saved -> selection.keep(() -> {
            new TableMemory<>(model, layers).restore(saved);
            face.bar().filterRowShown(layers.isFilterRowShown());
            face.freeze();
        }));
    }
}
