package org.towercrier.ui.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeConfigAttributes;
import org.eclipse.nebula.widgets.nattable.freeze.command.FreezeColumnCommand;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
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

    private static final int MOST_KEPT_SELECTED = 20_000;

    private final TableModel<T> model;
    private final TableLayers layers;
    private final NatTable grid;
    private final TableBar bar;
    private final TableFooter footer;
    private final TableMouse<T> mouse;
    private final Font bold;
    private final List<Consumer<List<T>>> selectionListeners = new ArrayList<>();
    private final List<Consumer<T>> openListeners = new ArrayList<>();
    private Function<T, ?> key = row -> row;
    private Consumer<Menu> menuFiller = menu -> {};
    private Theme theme = Theme.LIGHT;
    private boolean silent;

    public DataTable(Composite parent, List<TableColumn<T>> columns, UiMessages messages, Dates dates) {
        super(parent, SWT.NONE);
        model = new TableModel<>(columns, messages, dates);
        layers = new TableLayers(model);
        setLayout(noGaps());
        bar = new TableBar(this, messages, this::quickFilter, () -> showFilterRow(!layers.isFilterRowShown()),
                this::clearFilters);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        grid = new NatTable(this, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.V_SCROLL
                | SWT.H_SCROLL, layers.whole(), false);
        grid.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        footer = new TableFooter(this);
        footer.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        bold = FontDescriptor.createFrom(grid.getFont()).setStyle(SWT.BOLD).createFont(getDisplay());
        addDisposeListener(event -> bold.dispose());
        mouse = new TableMouse<>(this, model, layers, grid, messages);
        TablePainter painter = new TablePainter(model, messages, () -> theme, mouse::hovered, () -> bold);
        grid.addConfiguration(new AbstractRegistryConfiguration() {
            @Override
            public void configureRegistry(IConfigRegistry registry) {
                registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter);
                for (DisplayMode mode : List.of(DisplayMode.NORMAL, DisplayMode.SELECT)) {
                    registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, mode,
                            GridRegion.COLUMN_HEADER);
                }
                registry.registerConfigAttribute(FreezeConfigAttributes.SEPARATOR_COLOR, theme.strongLine());
            }
        });
        grid.addOverlayPainter((gc, layer) -> {
            paintRest(gc);
            painter.paintOver(grid, layers, gc);
        });
        grid.configure();
        mouse.bind();
        columns.stream().filter(column -> !column.visible())
                .forEach(column -> layers.hideShow().hideColumnIndexes(columns.indexOf(column)));
        grid.doCommand(new FreezeColumnCommand(layers.body(), 0, false, true));
        grid.addLayerListener(event -> {
            if (event instanceof ISelectionEvent && !silent) {
                selectionChanged();
            }
        });
        Theme.keepsOwnColours(this, grid, footer);
        applyTheme(theme);
        updateFooter();
    }

    /** The header goes on to the right of the last column. */
    private void paintRest(GC gc) {
        int left = grid.getWidth();
        int right = grid.getClientArea().width;
        int height = TableLayers.HEADER_HEIGHT + (layers.isFilterRowShown() ? TableLayers.FILTER_HEIGHT : 0);
        if (left < right) {
            gc.setBackground(theme.surface());
            gc.fillRectangle(left, 0, right - left, height);
            gc.setForeground(theme.line());
            gc.drawLine(left, height - 1, right, height - 1);
            if (layers.isFilterRowShown()) {
                gc.drawLine(left, TableLayers.HEADER_HEIGHT - 1, right, TableLayers.HEADER_HEIGHT - 1);
            }
        }
    }

    private static GridLayout noGaps() {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        return layout;
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.background());
        grid.setBackground(theme.background());
        grid.getConfigRegistry().registerConfigAttribute(FreezeConfigAttributes.SEPARATOR_COLOR, theme.strongLine());
        bar.applyTheme(theme);
        footer.applyTheme(theme);
        grid.redraw();
    }

    Theme theme() {
        return theme;
    }

    @Override
    public boolean setFocus() {
        // While a view is taken down, the focus may come by when the grid has gone already.
        return !grid.isDisposed() && grid.setFocus();
    }

    /** By what rows are known as the same in another set of rows; without it, by {@code equals}. */
    public void setKey(Function<T, ?> newKey) {
        key = newKey;
    }

    /** Shows other rows; sorting, filters, groups and, by key, the selection stay. */
    public void setRows(RowSet<T> rows) {
        keepingSelection(() -> model.setRows(rows));
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
        bar.show(text);
        if (!text.equals(model.quickFilter())) {
            keepingSelection(() -> model.quickFilter(text));
        }
    }

    /** Filters a column by a text in the language of the filter row, see {@link FilterParser}; the empty text filters nothing. */
    public void filter(String columnId, String text) {
        filter(model.column(columnId), text);
    }

    void filter(int column, String text) {
        if (!model.filterText(column).equals(text)) {
            keepingSelection(() -> model.filter(column, text));
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
        bar.show("");
        keepingSelection(model::clearFilters);
    }

    /** Shows or hides the row of filters below the headers. */
    public void showFilterRow(boolean shown) {
        mouse.closeEditor();
        layers.showFilterRow(shown);
        bar.filterRowShown(shown);
        grid.refresh();
    }

    /** Sorts by one column. */
    public void sort(String columnId, boolean descending) {
        sort(model.column(columnId), Optional.of(descending), false);
    }

    void sort(int column, Optional<Boolean> descending, boolean add) {
        keepingSelection(() -> model.sort(column, descending, add));
    }

    /** Groups by a column of words. */
    public void groupBy(String columnId) {
        groupBy(model.column(columnId));
    }

    void groupBy(int column) {
        keepingSelection(() -> model.index().groupBy(column));
    }

    /** The column it is grouped by. */
    public Optional<String> groupedBy() {
        OptionalInt column = model.index().groupColumn();
        return column.isEmpty() ? Optional.empty() : Optional.of(model.columns().get(column.getAsInt()).id());
    }

    /** Groups no longer. */
    public void ungroup() {
        keepingSelection(() -> model.index().ungroup());
    }

    void toggleGroup(int group) {
        keepingSelection(() -> model.index().toggle(group));
    }

    void collapseAll(boolean close) {
        keepingSelection(() -> model.index().collapseAll(close));
    }

    /** Changes what is shown and selects the same rows again, telling nobody when they are all still there. */
    private void keepingSelection(Runnable change) {
        BitSet selected = selectedRows();
        Set<Object> keys = new HashSet<>();
        if (selected.cardinality() <= MOST_KEPT_SELECTED) {
            selected.stream().forEach(row -> keys.add(key.apply(model.object(row))));
        }
        silent = true;
        try {
            change.run();
            layers.selection().clear();
            grid.refresh();
            mark(keys, false);
        } finally {
            silent = false;
        }
        updateFooter();
        if (!keys.isEmpty() && selectedRows().cardinality() != keys.size()) {
            selectionChanged();
        }
    }

    private void mark(Set<Object> keys, boolean reveal) {
        if (keys.isEmpty()) {
            return;
        }
        BitSet wanted = new BitSet();
        for (int row = 0; row < model.objects().size(); row++) {
            if (keys.contains(key.apply(model.object(row)))) {
                wanted.set(row);
            }
        }
        int[] lines = model.index().lines(wanted);
        if (lines.length > 0) {
            layers.selection().doCommand(new SelectRowsCommand(layers.selection(), 0, lines, false, true,
                    reveal ? lines[0] : -1));
        }
    }

    /** Selects the rows of the given keys and brings the first into view, without telling the listeners. */
    public void select(Set<?> keys) {
        silent = true;
        try {
            layers.selection().clear();
            mark(Set.copyOf(keys), true);
        } finally {
            silent = false;
        }
        updateFooter();
    }

    /** The selected rows, from top to bottom. */
    public List<T> selection() {
        List<T> selected = new ArrayList<>();
        int[] lines = model.index().lines(selectedRows());
        for (int line : lines) {
            selected.add(model.object(model.index().row(line)));
        }
        return selected;
    }

    private BitSet selectedRows() {
        BitSet rows = new BitSet();
        RowIndex index = model.index();
        layers.selection().getSelectedRowPositions().forEach(range -> {
            for (int line = range.start; line < Math.min(range.end, index.size()); line++) {
                if (!index.isGroup(line)) {
                    rows.set(index.row(line));
                }
            }
        });
        return rows;
    }

    private void selectionChanged() {
        updateFooter();
        if (!selectionListeners.isEmpty()) {
            List<T> selected = selection();
            selectionListeners.forEach(listener -> listener.accept(selected));
        }
    }

    private void updateFooter() {
        footer.show(model.footer(selectedRows().cardinality()), model.index().isFiltered());
        bar.filtered(model.index().isFiltered());
    }

    /** Is told the selected rows whenever the user selects. */
    public void onSelection(Consumer<List<T>> listener) {
        selectionListeners.add(listener);
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
        bar.setFocus();
    }

    /** Copies the selected rows with their headers, cells parted by tabs. */
    public void copy() {
        List<List<CsvWriter.Field>> rows = new TableExport<>(model, layers).rows(model.index().lines(selectedRows()), false);
        if (!rows.isEmpty()) {
            StringBuilder text = new StringBuilder(String.join("\t", new TableExport<>(model, layers).header()));
            rows.forEach(row -> text.append('\n')
                    .append(String.join("\t", row.stream().map(CsvWriter.Field::text).toList())));
            Clipboard clipboard = new Clipboard(getDisplay());
            clipboard.setContents(new Object[]{ text.toString() }, new Transfer[]{ TextTransfer.getInstance() });
            clipboard.dispose();
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
        TableState.of(state).ifPresent(saved -> keepingSelection(() -> {
            new TableMemory<>(model, layers).restore(saved);
            bar.filterRowShown(layers.isFilterRowShown());
            grid.doCommand(new FreezeColumnCommand(layers.body(), 0, false, true));
        }));
    }

}
