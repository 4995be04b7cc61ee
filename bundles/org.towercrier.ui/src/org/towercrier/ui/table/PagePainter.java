package org.towercrier.ui.table;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Contrast;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;

/** Paints every cell of a {@link PagedTable}; where a row is still being read, a bar stands in for each value. */
final class PagePainter extends AbstractCellPainter {

    private static final int BAR = 8;

    private final PageModel<?> model;
    private final BiPredicate<String, String> understands;
    private final UiMessages messages;
    private final Supplier<Theme> theme;
    private final IntSupplier hovered;

    PagePainter(PageModel<?> model, BiPredicate<String, String> understands, UiMessages messages, Supplier<Theme> theme,
            IntSupplier hovered) {
        this.model = model;
        this.understands = understands;
        this.messages = messages;
        this.theme = theme;
        this.hovered = hovered;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        gc.setAntialias(SWT.ON);
        int column = cell.getColumnIndex();
        TableColumn<?> about = model.columns().get(column);
        if (!cell.getConfigLabels().hasLabel(GridRegion.COLUMN_HEADER)) {
            boolean selected = DisplayMode.SELECT.equals(cell.getDisplayMode())
                    || DisplayMode.SELECT_HOVER.equals(cell.getDisplayMode());
            paintBody(model, column, cell.getRowIndex(), selected, gc, bounds);
        } else if (cell.getRowIndex() == 0) {
            TablePainter.paintHeader(about, column, model.sort().stream().toList(), gc, bounds, theme.get());
        } else {
            String text = model.filter(column);
            TablePainter.paintFilter(about.type(), text, !text.isBlank() && !understands.test(about.id(), text), messages, gc, bounds,
                    theme.get());
        }
    }

    private <R> void paintBody(PageModel<R> of, int column, int line, boolean selected, GC gc, Rectangle bounds) {
        Theme colours = theme.get();
        if (line < 0 || line >= of.cache().size()) {
            return;
        }
        gc.setBackground(selected ? colours.selection() : line == hovered.getAsInt() ? colours.hover() : colours.background());
        gc.fillRectangle(bounds);
        gc.setForeground(Contrast.mix(colours.background(), colours.line(), 0.6));
        gc.drawLine(bounds.x, bounds.y + bounds.height - 1, bounds.x + bounds.width, bounds.y + bounds.height - 1);
        Optional<String> text = of.text(column, line);
        boolean right = of.columns().get(column).type().isRightAligned();
        if (text.isEmpty()) {
            gc.setBackground(colours.raised());
            int width = Math.max(BAR, (bounds.width - 2 * TablePainter.PAD) * (right ? 2 : 3) / 5);
            int x = right ? bounds.x + bounds.width - TablePainter.PAD - width : bounds.x + TablePainter.PAD;
            gc.fillRoundRectangle(x, bounds.y + (bounds.height - BAR) / 2, width, BAR, BAR / 2, BAR / 2);
            return;
        }
        int left = bounds.x + TablePainter.PAD;
        Optional<Severity> severity = of.cache().row(line).flatMap(of.columns().get(column).mark());
        if (severity.isPresent()) {
            SeverityGlyph.draw(gc, colours, severity.get(), left + 5, bounds.y + bounds.height / 2, 10);
            left += 18;
        }
        gc.setForeground(of.columns().get(column).type() == ColumnType.TIME ? colours.mutedText() : colours.text());
        TablePainter.text(gc, text.get(), left, bounds.x + bounds.width - TablePainter.PAD, bounds, right);
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return gc.textExtent(String.valueOf(cell.getDataValue())).x + 3 * TablePainter.PAD;
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return TableLayers.ROW_HEIGHT;
    }
}
