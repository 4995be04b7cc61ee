package org.towercrier.ui.table;

import java.util.List;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.util.CellEdgeDetectUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;

/** Mouse and keyboard of a table, whether it has all its rows or pages of them. */
final class GridMouse {

    /** What the table does. */
    interface Deeds {

        /** How many lines there are below the headers. */
        int lines();

        /** Whether a line is a row, and not the head of a group. */
        default boolean isRow(int line) {
            return line >= 0 && line < lines();
        }

        /** A line that is no row was clicked or opened. */
        default void toggle(int line) {
            // without groups every line is a row
        }

        /** A row was opened by a double click or Enter. */
        void open(int line);

        /** A header was clicked. @param add to the columns that are sorted by already */
        void sort(int column, boolean add);

        /** Whether a column can be filtered. */
        boolean filters(int column);

        /** What a column is filtered by. */
        String filter(int column);

        /** The words a column is filtered by, when they are chosen and not typed. */
        List<String> choices(int column);

        /** Filters a column. */
        void filter(int column, String text);

        /** Fills the menu of a header. */
        void fillHeader(Menu menu, int column);

        /** Fills the menu of the rows. */
        void fillRows(Menu menu);

        /** Copies the selected rows. */
        void copy();

        /** Puts the focus into the quick filter. */
        void focusQuickFilter();
    }

    private static final int KEYBOARD_MENU = 20;

    private final NatTable grid;
    private final TableLayers layers;
    private final Deeds deeds;
    private final FilterEditor editor;
    private Theme theme = Theme.LIGHT;
    private int hovered = -1;

    GridMouse(NatTable grid, TableLayers layers, UiMessages messages, Deeds deeds) {
        this.grid = grid;
        this.layers = layers;
        this.deeds = deeds;
        editor = new FilterEditor(grid, messages, deeds::filter);
    }

    int hovered() {
        return hovered;
    }

    void applyTheme(Theme newTheme) {
        theme = newTheme;
    }

    void closeEditor() {
        editor.close();
    }

    void bind() {
        UiBindingRegistry bindings = grid.getUiBindingRegistry();
        bindings.registerFirstSingleClickBinding(MouseEventMatcher.columnHeaderLeftClick(SWT.NONE),
                (natTable, event) -> clickHeader(event, false));
        bindings.registerFirstSingleClickBinding(MouseEventMatcher.columnHeaderLeftClick(SWT.MOD1),
                (natTable, event) -> clickHeader(event, true));
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'c'), (natTable, event) -> deeds.copy());
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'f'), (natTable, event) -> deeds.focusQuickFilter());
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), (natTable, event) -> openAnchor());
        grid.addListener(SWT.MouseMove, event -> hover(line(event.x, event.y)));
        grid.addListener(SWT.MouseExit, event -> hover(-1));
        grid.addListener(SWT.MouseDown, this::down);
        grid.addListener(SWT.MouseDoubleClick, this::doubleClick);
        grid.addListener(SWT.MenuDetect, this::menu);
    }

    /** Line of the table at a point, −1 outside of the rows. */
    private int line(int x, int y) {
        LabelStack region = grid.getRegionLabelsByXY(x, y);
        if (region == null || !region.hasLabel(GridRegion.BODY)) {
            return -1;
        }
        int line = grid.getRowIndexByPosition(grid.getRowPositionByY(y));
        return line >= 0 && line < deeds.lines() ? line : -1;
    }

    private void hover(int line) {
        if (line != hovered) {
            redrawLine(hovered);
            hovered = line;
            redrawLine(line);
        }
    }

    private void redrawLine(int line) {
        if (line < 0) {
            return;
        }
        for (int position = layers.headerRows(); position < grid.getRowCount(); position++) {
            if (grid.getRowIndexByPosition(position) == line) {
                int top = grid.getStartYOfRowPosition(position);
                grid.redraw(0, top, grid.getClientArea().width, TableLayers.ROW_HEIGHT, false);
                return;
            }
        }
    }

    private void down(Event event) {
        int line = line(event.x, event.y);
        if (event.button == 1 && line >= 0 && !deeds.isRow(line)) {
            deeds.toggle(line);
        }
    }

    private void doubleClick(Event event) {
        int line = line(event.x, event.y);
        if (event.button == 1 && deeds.isRow(line)) {
            deeds.open(line);
        }
    }

    private void openAnchor() {
        int line = layers.selection().getSelectionAnchor().getRowPosition();
        if (line >= 0 && line < deeds.lines()) {
            if (deeds.isRow(line)) {
                deeds.open(line);
            } else {
                deeds.toggle(line);
            }
        }
    }

    private void clickHeader(MouseEvent event, boolean add) {
        int position = grid.getColumnPositionByX(event.x);
        int column = grid.getColumnIndexByPosition(position);
        if (column < 0 || CellEdgeDetectUtil.getColumnPositionToResize(grid, new Point(event.x, event.y)) >= 0) {
            return;
        }
        if (grid.getRowPositionByY(event.y) > 0) {
            editFilter(position);
        } else {
            deeds.sort(column, add);
        }
    }

    private void editFilter(int position) {
        int column = grid.getColumnIndexByPosition(position);
        if (column < 0 || !layers.isFilterRowShown() || !deeds.filters(column)) {
            return;
        }
        Rectangle cell = grid.getBoundsByPosition(position, 1);
        List<String> choices = deeds.choices(column);
        if (choices.isEmpty()) {
            editor.type(column, deeds.filter(column), cell, theme, () -> editFilter(position + 1));
        } else {
            editor.choose(column, deeds.filter(column), choices, grid.toDisplay(cell.x, cell.y + cell.height));
        }
    }

    /** A menu is about the row under the mouse: it is selected unless it is among the selected ones. */
    private void selectForMenu(int line) {
        if (deeds.isRow(line) && !layers.selection().isRowPositionSelected(line)) {
            layers.selection().doCommand(new SelectRowsCommand(layers.selection(), 0, line, false, false));
        }
    }

    private void menu(Event event) {
        boolean byKey = event.detail == SWT.MENU_KEYBOARD;
        Point point = byKey ? new Point(KEYBOARD_MENU, TableLayers.HEADER_HEIGHT + KEYBOARD_MENU / 2) : grid.toControl(event.x, event.y);
        LabelStack region = grid.getRegionLabelsByXY(point.x, point.y);
        int column = grid.getColumnIndexByPosition(grid.getColumnPositionByX(point.x));
        Menu menu = new Menu(grid);
        if (region != null && region.hasLabel(GridRegion.COLUMN_HEADER) && column >= 0) {
            deeds.fillHeader(menu, column);
        } else {
            if (!byKey) {
                selectForMenu(line(point.x, point.y));
            }
            deeds.fillRows(menu);
        }
        menu.setLocation(event.x, event.y);
        menu.addListener(SWT.Hide, hidden -> grid.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
        event.doit = false;
    }
}
