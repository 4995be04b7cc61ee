package org.towercrier.ui.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.ThinProgress;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.RowIndex.SortKey;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/**
 * A table for more rows than fit into memory: it holds the pages that were looked at last and asks a {@link PageSource} for others as they come into sight. Sorting and
 * filtering is the source's. While another order or filter is being read, the old rows stay.
 *
 * @param <R> what a row is made of
 */
public final class PagedTable<R> extends Composite implements Themed {

    /** So long nobody scrolls before pages are asked for: whoever passes by wants none of them. */
    private static final int PAUSE_MILLIS = 30;

    private final PageModel<R> model;
    private final PageSource<R> source;
    private final TableLayers layers;
    private final TableFace face;
    private final ThinProgress progress;
    private final GridMouse mouse;
    private final List<Consumer<List<R>>> selectionListeners = new ArrayList<>();
    private final List<Consumer<R>> openListeners = new ArrayList<>();
    private Consumer<Menu> menuFiller = menu -> {};
    private Theme theme = Theme.LIGHT;
    private Optional<PageCache<R>> coming = Optional.empty();
    private int asked = -1;
    private boolean pausing;

    public PagedTable(Composite parent, List<TableColumn<R>> columns, UiMessages messages, Dates dates, PageSource<R> source) {
        super(parent, SWT.NONE);
        this.source = source;
        model = new PageModel<>(columns, messages, dates);
        layers = new TableLayers(columns, new Lines());
        face = new TableFace(this, layers, messages, this::quickFilter, () -> showFilterRow(!layers.isFilterRowShown()),
                this::clearFilters);
        NatTable grid = face.grid();
        progress = new ThinProgress(this);
        progress.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        progress.moveAbove(grid);
        mouse = new GridMouse(grid, layers, messages, new PageDeeds<>(this, model, layers, messages));
        face.begin(new PagePainter(model, source::understands, messages, () -> theme, mouse::hovered), columns);
        mouse.bind();
        grid.addLayerListener(event -> {
            if (event instanceof ISelectionEvent) {
                selectionChanged();
            }
        });
        grid.addPaintListener(event -> lookForMissing());
        addDisposeListener(event -> source.drop());
        applyTheme(theme);
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        face.applyTheme(theme);
        progress.applyTheme(theme);
        mouse.applyTheme(theme);
    }

    @Override
    public boolean setFocus() {
        return face.setFocus();
    }

    /** What is asked for now. */
    public PageQuery query() {
        return model.query(shownColumns());
    }

    private List<String> shownColumns() {
        return IntStream.range(0, layers.hideShow().getColumnCount()).map(layers.hideShow()::getColumnIndexByPosition)
                .mapToObj(column -> model.columns().get(column).id()).toList();
    }

    /** Reads anew, from the first row on; until then the old rows stay. */
    public void reload() {
        coming = Optional.of(new PageCache<>(query()));
        ask(coming.get(), 0);
    }

    private void ask(PageCache<R> cache, int page) {
        asked = page;
        progress.start();
        source.ask(cache.query(), page * PageSource.PAGE, rows -> accept(cache, page, rows));
    }

    private void accept(PageCache<R> cache, int page, PageSource.Rows<R> rows) {
        if (isDisposed() || asked != page || coming.orElse(model.cache()) != cache) {
            return;
        }
        asked = -1;
        progress.stop();
        cache.put(page, rows);
        if (coming.isPresent()) {
            coming = Optional.empty();
            model.show(cache);
            layers.selection().clear();
            face.grid().refresh();
            layers.body().doCommand(new ShowRowInViewportCommand(0));
            updateFooter();
        } else {
            face.grid().redraw();
        }
    }

    /** After a short pause in scrolling, asks for a page that is in sight and not there. */
    private void lookForMissing() {
        if (!pausing && missing().isPresent()) {
            pausing = true;
            getDisplay().timerExec(PAUSE_MILLIS, () -> {
                pausing = false;
                if (!isDisposed() && coming.isEmpty()) {
                    OptionalInt missing = missing();
                    if (missing.isPresent() && missing.getAsInt() != asked) {
                        source.drop();
                        ask(model.cache(), missing.getAsInt());
                    }
                }
            });
        }
    }

    private OptionalInt missing() {
        int rows = face.grid().getRowCount();
        int headers = layers.isFilterRowShown() ? 2 : 1;
        if (rows <= headers) {
            return OptionalInt.empty();
        }
        return model.cache().missing(face.grid().getRowIndexByPosition(headers), face.grid().getRowIndexByPosition(rows - 1));
    }

    /** Keeps rows that words are found in. */
    public void quickFilter(String text) {
        face.bar().show(text);
        if (!text.strip().equals(model.words())) {
            model.words(text.strip());
            reload();
        }
    }

    /** Filters a column by a text in the language of the filter row. */
    void filter(int column, String text) {
        if (!model.filter(column).equals(text.strip())) {
            model.filter(column, text.strip());
            if (text.isBlank() || source.understands(model.columns().get(column).id(), text)) {
                reload();
            } else {
                face.grid().redraw();
            }
        }
    }

    /** Takes all filters away. */
    public void clearFilters() {
        face.bar().show("");
        model.clearFilters();
        reload();
    }

    /** Shows or hides the row of filters below the headers. */
    public void showFilterRow(boolean shown) {
        mouse.closeEditor();
        face.showFilterRow(shown);
    }

    boolean sorts(int column) {
        return source.sorts(model.columns().get(column).id());
    }

    boolean filters(int column) {
        return source.filters(model.columns().get(column).id());
    }

    void sort(Optional<SortKey> key) {
        if (key.isEmpty() || sorts(key.get().column())) {
            model.sort(key);
            reload();
        }
    }

    void show(int column, boolean shown) {
        layers.show(column, shown);
        reload();
    }

    /** The selected rows that are there, from top to bottom. */
    public List<R> selection() {
        return model.cache().rows(selectedLines().toArray());
    }

    /** At most as many lines as are kept in memory anyway. */
    private IntStream selectedLines() {
        return layers.selection().getSelectedRowPositions().stream().flatMapToInt(range -> IntStream.range(range.start, range.end))
                .filter(line -> line < model.cache().size()).limit(50L * PageSource.PAGE);
    }

    private void selectionChanged() {
        updateFooter();
        List<R> selected = selection();
        selectionListeners.forEach(listener -> listener.accept(selected));
    }

    private void updateFooter() {
        face.count(model.footer(layers.selection().getSelectedRowCount()), model.isFiltered());
    }

    /** Is told the selected rows whenever the user selects, and when new rows leave none selected. */
    public void onSelection(Consumer<List<R>> listener) {
        selectionListeners.add(listener);
    }

    /** Is told the row that is opened by a double click or Enter. */
    public void onOpen(Consumer<R> listener) {
        openListeners.add(listener);
    }

    void open(R row) {
        openListeners.forEach(listener -> listener.accept(row));
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

    /** Copies the selected rows that are there with their headers, as they are shown, cells parted by tabs. */
    public void copy() {
        List<Integer> shown = shownColumns().stream().map(model::column).toList();
        StringBuilder text = new StringBuilder(
                shown.stream().map(column -> model.columns().get(column).label()).collect(Collectors.joining("\t")));
        int[] lines = selectedLines().toArray();
        for (int line : lines) {
            text.append('\n')
                    .append(shown.stream().map(column -> model.text(column, line).orElse("")).collect(Collectors.joining("\t")));
        }
        if (lines.length > 0) {
            face.copy(text.toString());
        }
    }

    /** Writes rows in the columns that are shown now. */
    public PageExport<R> export() {
        return new PageExport<>(shownColumns().stream().map(id -> model.columns().get(model.column(id))).toList());
    }

    /** What the table remembers, as one line of text: columns, their order and width, sorting. */
    public String saveState() {
        List<String> order = layers.reorder().getColumnIndexOrder().stream().map(column -> model.columns().get(column).id()).toList();
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (int column = 0; column < model.columns().size(); column++) {
            widths.put(model.columns().get(column).id(), layers.data().getColumnWidthByPosition(column));
        }
        List<String> hidden = layers.hideShow().getHiddenColumnIndexes().stream().map(column -> model.columns().get(column).id()).toList();
        List<String> sort = model.sort().stream()
                .map(key -> model.columns().get(key.column()).id() + (key.descending() ? "-" : "+")).toList();
        return new TableState(order, widths, hidden, sort, "", layers.isFilterRowShown()).text();
    }

    /** Takes up what {@link #saveState()} gave; nothing is read. */
    public void restoreState(String text) {
        TableState.of(text).ifPresent(state -> {
            TableMemory.arrange(state, model::column, layers);
            state.sort().stream().findFirst().ifPresent(entry -> {
                int column = model.column(entry.substring(0, entry.length() - 1));
                model.sort(column < 0 || !sorts(column) ? Optional.empty() : Optional.of(new SortKey(column, entry.endsWith("-"))));
            });
            face.bar().filterRowShown(layers.isFilterRowShown());
            face.freeze();
        });
    }

    /** As many lines as rows; what they show is painted straight from the model. */
    private final class Lines implements IDataProvider {

        @Override
        public Object getDataValue(int column, int line) {
            return model.text(column, line).orElse("");
        }

        @Override
        public void setDataValue(int column, int line, Object value) {
            throw new UnsupportedOperationException("Cells of this table are not edited");
        }

        @Override
        public int getColumnCount() {
            return model.columns().size();
        }

        @Override
        public int getRowCount() {
            return model.cache().size();
        }
    }
}
