package org.towercrier.ui.table;

import java.util.List;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.freeze.CompositeFreezeLayer;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeLayer;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.painter.layer.CellLayerPainter;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionBindings;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionConfiguration;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;

/** The layers of a table: data, order and visibility of columns, selection, scrolling with a frozen column, headers. */
final class TableLayers {

    static final int ROW_HEIGHT = 22;
    static final int HEADER_HEIGHT = 28;
    static final int FILTER_HEIGHT = 26;

    private final DataLayer data;
    private final DataLayer headerData;
    private final ColumnReorderLayer reorder;
    private final ColumnHideShowLayer hideShow;
    private final SelectionLayer selection;
    private final FreezeLayer freeze;
    private final CompositeFreezeLayer body;
    private final CompositeLayer whole;
    private boolean filterRow;

    TableLayers(TableModel<?> model) {
        this(model.columns(), new Lines(model));
    }

    /** Columns over lines that come from elsewhere. */
    TableLayers(List<? extends TableColumn<?>> columns, IDataProvider lines) {
        data = new DataLayer(lines, 100, ROW_HEIGHT);
        for (int i = 0; i < columns.size(); i++) {
            data.setColumnWidthByPosition(i, columns.get(i).width());
        }
        reorder = new ColumnReorderLayer(data);
        hideShow = new ColumnHideShowLayer(reorder);
        selection = new SelectionLayer(hideShow, false);
        selection.setSelectionModel(new WholeRows(selection));
        selection.addConfiguration(new RowOnlySelectionConfiguration());
        selection.addConfiguration(new Bindings());
        selection.setLayerPainter(new CellLayerPainter());
        ViewportLayer viewport = new ViewportLayer(selection);
        freeze = new FreezeLayer(selection);
        body = new CompositeFreezeLayer(freeze, viewport, selection);
        headerData = new DataLayer(new Headers(columns.size()), 100, HEADER_HEIGHT);
        headerData.setRowHeightByPosition(1, FILTER_HEIGHT);
        ColumnHeaderLayer header = new ColumnHeaderLayer(headerData, body, selection);
        header.setLayerPainter(new CellLayerPainter());
        whole = new CompositeLayer(1, 2);
        whole.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
        whole.setChildLayer(GridRegion.BODY, body, 0, 1);
    }

    DataLayer data() {
        return data;
    }

    ColumnReorderLayer reorder() {
        return reorder;
    }

    ColumnHideShowLayer hideShow() {
        return hideShow;
    }

    /** Shows or hides a column. */
    void show(int column, boolean shown) {
        if (shown) {
            hideShow.showColumnIndexes(column);
        } else {
            hideShow.hideColumnIndexes(column);
        }
    }

    SelectionLayer selection() {
        return selection;
    }

    CompositeFreezeLayer body() {
        return body;
    }

    CompositeLayer whole() {
        return whole;
    }

    /** Width of the columns that do not scroll, pixels. */
    int frozenWidth() {
        return freeze.getWidth();
    }

    /** How many lines there are before the first row. */
    int headerRows() {
        return filterRow ? 2 : 1;
    }

    boolean isFilterRowShown() {
        return filterRow;
    }

    void showFilterRow(boolean shown) {
        filterRow = shown;
    }

    /** One line of the table each row of the provider; values are painted straight from the model. */
    private record Lines(TableModel<?> model) implements IDataProvider {

        @Override
        public Object getDataValue(int column, int line) {
            RowIndex index = model.index();
            if (line >= index.size()) {
                return "";
            }
            return index.isGroup(line) ? model.groupTitle(index.groupAt(line)) : model.text(column, index.row(line));
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
            return model.index().size();
        }
    }

    /** The header line and, when shown, the filter line. */
    private final class Headers implements IDataProvider {

        private final int columns;

        Headers(int columns) {
            this.columns = columns;
        }

        @Override
        public Object getDataValue(int column, int line) {
            return "";
        }

        @Override
        public void setDataValue(int column, int line, Object value) {
            throw new UnsupportedOperationException("Headers are not edited");
        }

        @Override
        public int getColumnCount() {
            return columns;
        }

        @Override
        public int getRowCount() {
            return headerRows();
        }
    }

    /** Rows are selected, never cells or columns. */
    private static final class Bindings extends RowOnlySelectionBindings {

        @Override
        protected void configureColumnHeaderMouseClickBindings(UiBindingRegistry registry) {
            // a click on a header sorts
        }
    }

}
