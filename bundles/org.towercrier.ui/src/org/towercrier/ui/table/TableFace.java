package org.towercrier.ui.table;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeConfigAttributes;
import org.eclipse.nebula.widgets.nattable.freeze.command.FreezeColumnCommand;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;

/** What a table is made of, whether it has all its rows or pages of them: a bar of filters, the grid, and a line that counts. */
final class TableFace {

    private final Composite table;
    private final TableLayers layers;
    private final TableBar bar;
    private final NatTable grid;
    private final TableFooter footer;
    private Theme theme = Theme.LIGHT;

    TableFace(Composite table, TableLayers layers, UiMessages messages, Consumer<String> quickFilter, Runnable filterRow,
            Runnable clearFilters) {
        this.table = table;
        this.layers = layers;
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        table.setLayout(layout);
        bar = new TableBar(table, messages, quickFilter, filterRow, clearFilters);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        grid = new NatTable(table, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.V_SCROLL | SWT.H_SCROLL,
                layers.whole(), false);
        grid.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        footer = new TableFooter(table);
        footer.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        Theme.keepsOwnColours(table, grid, footer);
    }

    NatTable grid() {
        return grid;
    }

    TableBar bar() {
        return bar;
    }

    /** Says below the rows how many there are. */
    void count(String text, boolean filtered) {
        footer.show(text, filtered);
        bar.filtered(filtered);
    }

    /** Begins to show, with a painter of every cell; columns that are not visible by themselves are hidden. */
    void begin(ICellPainter painter, List<? extends TableColumn<?>> columns) {
        grid.addConfiguration(new AbstractRegistryConfiguration() {
            @Override
            public void configureRegistry(IConfigRegistry registry) {
                registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter);
                for (DisplayMode mode : List.of(DisplayMode.NORMAL, DisplayMode.SELECT)) {
                    registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, mode, GridRegion.COLUMN_HEADER);
                }
            }
        });
        grid.addOverlayPainter((gc, layer) -> paintRest(gc));
        grid.configure();
        for (int column = 0; column < columns.size(); column++) {
            if (!columns.get(column).visible()) {
                layers.hideShow().hideColumnIndexes(column);
            }
        }
        freeze();
    }

    /** The first column does not scroll. */
    void freeze() {
        grid.doCommand(new FreezeColumnCommand(layers.body(), 0, false, true));
    }

    void showFilterRow(boolean shown) {
        layers.showFilterRow(shown);
        bar.filterRowShown(shown);
        grid.refresh();
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

    void applyTheme(Theme newTheme) {
        theme = newTheme;
        table.setBackground(theme.background());
        grid.setBackground(theme.background());
        grid.getConfigRegistry().registerConfigAttribute(FreezeConfigAttributes.SEPARATOR_COLOR, theme.strongLine());
        bar.applyTheme(theme);
        footer.applyTheme(theme);
        grid.redraw();
    }

    boolean setFocus() {
        // While a view is taken down, the focus may come by when the grid has gone already.
        return !grid.isDisposed() && grid.setFocus();
    }

    /** Copies a text. */
    void copy(String text) {
        Clipboard clipboard = new Clipboard(table.getDisplay());
        clipboard.setContents(new Object[]{ text }, new Transfer[]{ TextTransfer.getInstance() });
        clipboard.dispose();
    }
}
