package org.towercrier.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.RowIndex.SortKey;
import org.towercrier.ui.theme.Contrast;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;

/** Paints every cell of a table: rows, lines of groups, headers and filters. */
final class TablePainter extends AbstractCellPainter {

    static final int PAD = 8;
    /** Wide enough for the line beside the frozen column. */
    private static final int LINE_ROOM = 6;
    private static final int FIRST_IDEOGRAPH = 0x2E80;
    private static final String ELLIPSIS = "\u2026";

    private final TableModel<?> model;
    private final UiMessages messages;
    private final Supplier<Theme> theme;
    private final IntSupplier hovered;
    private final Supplier<Font> bold;

    TablePainter(TableModel<?> model, UiMessages messages, Supplier<Theme> theme, IntSupplier hovered,
            Supplier<Font> bold) {
        this.model = model;
        this.messages = messages;
        this.theme = theme;
        this.hovered = hovered;
        this.bold = bold;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        gc.setAntialias(SWT.ON);
        if (!cell.getConfigLabels().hasLabel(GridRegion.COLUMN_HEADER)) {
            paintBody(cell, gc, bounds);
        } else if (cell.getRowIndex() == 0) {
            paintHeader(cell.getColumnIndex(), gc, bounds);
        } else {
            paintFilter(cell.getColumnIndex(), gc, bounds);
        }
    }

    private void paintBody(ILayerCell cell, GC gc, Rectangle bounds) {
        Theme colours = theme.get();
        int line = cell.getRowIndex();
        if (line < 0 || line >= model.index().size()) {
            return;
        }
        boolean selected = DisplayMode.SELECT.equals(cell.getDisplayMode())
                || DisplayMode.SELECT_HOVER.equals(cell.getDisplayMode());
        boolean group = model.index().isGroup(line);
        gc.setBackground(selected ? colours.selection()
                : line == hovered.getAsInt() ? colours.hover() : group ? colours.surface() : colours.background());
        gc.fillRectangle(bounds);
        gc.setForeground(Contrast.mix(colours.background(), colours.line(), 0.6));
        gc.drawLine(bounds.x, bounds.y + bounds.height - 1, bounds.x + bounds.width, bounds.y + bounds.height - 1);
        if (group) {
            paintGroup(gc, bounds, model.index().groupAt(line));
            return;
        }
        int row = model.index().row(line);
        int column = cell.getColumnIndex();
        ColumnType type = model.columns().get(column).type();
        int left = bounds.x + PAD;
        Optional<Severity> severity = model.severity(column, row);
        if (severity.isPresent()) {
            SeverityGlyph.draw(gc, colours, severity.get(), left + 5, bounds.y + bounds.height / 2, 10);
            left += 18;
        }
        gc.setForeground(type == ColumnType.TIME ? colours.mutedText() : colours.text());
        text(gc, model.text(column, row), left, bounds.x + bounds.width - PAD, bounds, type.isRightAligned());
    }

    /** The title of a group runs across all columns: every cell paints its part of it. */
    private void paintGroup(GC gc, Rectangle bounds, int group) {
        Theme colours = theme.get();
        RowIndex.Group about = model.index().group(group);
        int middle = bounds.y + bounds.height / 2;
        gc.setBackground(colours.mutedText());
        gc.fillPolygon(about.collapsed() ? new int[]{ 9, middle - 4, 14, middle, 9, middle + 4 }
                : new int[]{ 7, middle - 2, 15, middle - 2, 11, middle + 3 });
        int left = 22;
        int column = model.index().groupColumn().orElse(0);
        Optional<Severity> severity = model.severity(column, about.firstRow());
        if (severity.isPresent()) {
            SeverityGlyph.draw(gc, colours, severity.get(), left + 5, middle, 10);
            left += 18;
        }
        Font normal = gc.getFont();
        gc.setFont(bold.get());
        gc.setForeground(colours.text());
        String title = model.groupTitle(group);
        gc.drawText(title, left, middle - height(gc, title) / 2, true);
        gc.setFont(normal);
    }

    /** Paints the titles of groups once more where the line beside the frozen column has crossed them. */
    void paintOver(NatTable grid, TableLayers layers, GC gc) {
        int crossed = layers.frozenWidth() - LINE_ROOM / 2;
        Rectangle clipping = gc.getClipping();
        for (int position = layers.headerRows(); position < grid.getRowCount(); position++) {
            int line = grid.getRowIndexByPosition(position);
            ILayerCell cell = grid.getCellByPosition(0, position);
            if (cell != null && line >= 0 && line < model.index().size() && model.index().isGroup(line)) {
                Rectangle bounds = cell.getBounds();
                gc.setClipping(new Rectangle(crossed, bounds.y, LINE_ROOM, bounds.height).intersection(clipping));
                paintBody(cell, gc, new Rectangle(bounds.x, bounds.y, bounds.width + LINE_ROOM, bounds.height));
            }
        }
        gc.setClipping(clipping);
    }

    private void paintHeader(int column, GC gc, Rectangle bounds) {
        paintHeader(model.columns().get(column), column, model.index().sort(), gc, bounds, theme.get());
    }

    /** A header with its unit and how its column is sorted. */
    static void paintHeader(TableColumn<?> about, int column, List<SortKey> sort, GC gc, Rectangle bounds, Theme colours) {
        gc.setBackground(colours.surface());
        gc.fillRectangle(bounds);
        edge(gc, bounds, colours);
        int right = bounds.x + bounds.width - PAD;
        int order = 0;
        for (SortKey key : sort) {
            order++;
            if (key.column() == column) {
                right -= paintArrow(gc, colours, right, bounds.y + bounds.height / 2, key.descending(),
                        sort.size() > 1 ? order : 0);
            }
        }
        String unit = about.unit().isEmpty() ? "" : "  " + about.unit();
        int room = right - bounds.x - PAD;
        int unitWidth = unit.isEmpty() ? 0 : gc.textExtent(unit).x;
        String label = fit(gc, about.label(), room - unitWidth);
        int labelWidth = gc.textExtent(label).x;
        int left = about.type().isRightAligned() ? Math.max(bounds.x + PAD, right - labelWidth - unitWidth)
                : bounds.x + PAD;
        int top = bounds.y + (bounds.height - height(gc, label)) / 2;
        gc.setForeground(colours.text());
        gc.drawText(label, left, top, true);
        gc.setForeground(colours.mutedText());
        gc.drawText(unit, left + labelWidth, top, true);
    }

    static int paintArrow(GC gc, Theme colours, int right, int middle, boolean descending, int order) {
        int wide = 12;
        if (order > 0) {
            String number = Integer.toString(order);
            int numberWidth = gc.textExtent(number).x;
            gc.setForeground(colours.accent());
            gc.drawText(number, right - numberWidth, middle - gc.getFontMetrics().getHeight() / 2, true);
            wide += numberWidth + 2;
        }
        int cx = right - wide + 8;
        gc.setBackground(colours.accent());
        gc.fillPolygon(descending ? new int[]{ cx - 4, middle - 2, cx + 4, middle - 2, cx, middle + 3 }
                : new int[]{ cx - 4, middle + 2, cx + 4, middle + 2, cx, middle - 3 });
        return wide;
    }

    private void paintFilter(int column, GC gc, Rectangle bounds) {
        paintFilter(model.columns().get(column).type(), model.filterText(column), model.isFilterBad(column), messages, gc, bounds,
                theme.get());
    }

    /** The filter of a column. */
    static void paintFilter(ColumnType type, String text, boolean bad, UiMessages messages, GC gc, Rectangle bounds, Theme colours) {
        gc.setBackground(colours.surface());
        gc.fillRectangle(bounds);
        edge(gc, bounds, colours);
        Rectangle field = new Rectangle(bounds.x + 3, bounds.y + 3, bounds.width - 7, bounds.height - 7);
        gc.setBackground(colours.background());
        gc.fillRoundRectangle(field.x, field.y, field.width, field.height, 4, 4);
        gc.setForeground(bad ? colours.edge(Severity.CRITICAL)
                : text.isEmpty() ? colours.line() : colours.accent());
        gc.drawRoundRectangle(field.x, field.y, field.width, field.height, 4, 4);
        gc.setForeground(text.isEmpty() ? colours.mutedText() : colours.text());
        String shown = text.isEmpty() ? placeholder(type, messages) : text;
        text(gc, shown, field.x + 6, field.x + field.width - 4, bounds, false);
    }

    private static String placeholder(ColumnType type, UiMessages messages) {
        return switch (type) {
            case TEXT -> messages.get("Table_FilterText");
            case CHOICE, SEVERITY -> messages.get("Table_FilterChoice");
            case INTEGER, NUMBER -> messages.get("Table_FilterNumber");
            case TIME -> messages.get("Table_FilterTime");
        };
    }

    static void edge(GC gc, Rectangle bounds, Theme colours) {
        gc.setForeground(colours.line());
        int bottom = bounds.y + bounds.height - 1;
        int right = bounds.x + bounds.width - 1;
        gc.drawLine(bounds.x, bottom, right, bottom);
        gc.drawLine(right, bounds.y + 6, right, bottom - 6);
    }

    static void text(GC gc, String text, int left, int right, Rectangle bounds, boolean alignRight) {
        if (text.isEmpty()) {
            return;
        }
        String fitted = fit(gc, text, right - left);
        int x = alignRight ? right - gc.textExtent(fitted).x : left;
        gc.drawText(fitted, x, bounds.y + (bounds.height - height(gc, fitted)) / 2, true);
    }

    /** Height of a text: ideographs come from another font, whose lines are higher. */
    static int height(GC gc, String text) {
        return text.chars().anyMatch(c -> c >= FIRST_IDEOGRAPH) ? gc.textExtent(text).y
                : gc.getFontMetrics().getHeight();
    }

    /** As much of a text as fits, with an ellipsis when something is missing. */
    static String fit(GC gc, String text, int width) {
        if (text.length() * gc.getFontMetrics().getAverageCharacterWidth() < width * 0.75
                && text.chars().allMatch(c -> c < 0x2000) || gc.textExtent(text).x <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (gc.textExtent(text.substring(0, middle) + ELLIPSIS).x <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : text.substring(0, low) + ELLIPSIS;
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return gc.textExtent(String.valueOf(cell.getDataValue())).x + 3 * PAD;
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return TableLayers.ROW_HEIGHT;
    }
}
