package org.towercrier.ui.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.kit.FittedText;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** Numbers side by side that say the most: what each is, its value, and a note below. */
public final class NumbersPane extends Canvas implements Themed {

    private static final int PAD = 8;
    private static final int HEIGHT = 72;
    private static final int NARROWEST = 120;
    private static final int GLYPH = 11;
    private static final int AFTER_GLYPH = 6;

    private final Font large;
    private List<Number> numbers = List.of();
    private Theme theme = Theme.LIGHT;

    /**
     * One number.
     *
     * @param label what it is
     * @param value as it is written, with its unit
     * @param note  below; may be empty
     * @param mark  shape and colour before it
     */
    public record Number(String label, String value, String note, Optional<Severity> mark) {

        /** A number without a mark. */
        public Number(String label, String value, String note) {
            this(label, value, note, Optional.empty());
        }
    }

    public NumbersPane(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        large = FontDescriptor.createFrom(getFont()).increaseHeight(5).createFont(getDisplay());
        addDisposeListener(event -> large.dispose());
        Theme.keepsOwnColours(this);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> tip(event.x));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = numbers.stream().map(number -> number.label() + " " + number.value()).collect(Collectors.joining(", "));
            }
        });
    }

    /** Shows other numbers. */
    public void show(List<Number> shown) {
        numbers = List.copyOf(shown);
        redraw();
    }

    /** What is shown. */
    public List<Number> shown() {
        return numbers;
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.background());
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? NARROWEST : widthHint, heightHint == SWT.DEFAULT ? HEIGHT : heightHint);
    }

    private int width() {
        return Math.max(1, getClientArea().width / Math.max(1, numbers.size()));
    }

    private void tip(int x) {
        int at = x / width();
        setToolTipText(at < 0 || at >= numbers.size() ? null : tip(numbers.get(at)));
    }

    private static String tip(Number number) {
        String text = number.label() + "  " + number.value();
        return number.note().isEmpty() ? text : text + "\n" + number.note();
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(theme.background());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        Font normal = getFont();
        for (int i = 0; i < numbers.size(); i++) {
            Number number = numbers.get(i);
            int left = i * width();
            int room = width() - 2 * PAD;
            if (i > 0) {
                gc.setForeground(theme.line());
                gc.drawLine(left, PAD, left, area.height - PAD);
            }
            gc.setFont(normal);
            int line = gc.getFontMetrics().getHeight();
            gc.setForeground(theme.mutedText());
            gc.drawText(FittedText.fit(gc, number.label(), room), left + PAD, 4, true);
            gc.drawText(FittedText.fit(gc, number.note(), room), left + PAD, area.height - line - 4, true);
            gc.setFont(large);
            gc.setForeground(theme.text());
            int begin = left + PAD;
            if (number.mark().isPresent()) {
                SeverityGlyph.draw(gc, theme, number.mark().get(), begin + GLYPH / 2, area.height / 2, GLYPH);
                begin += GLYPH + AFTER_GLYPH;
                gc.setForeground(theme.text());
            }
            gc.drawText(FittedText.fit(gc, number.value(), left + PAD + room - begin), begin,
                    (area.height - gc.getFontMetrics().getHeight()) / 2,
                    true);
        }
        gc.setForeground(theme.line());
        gc.drawLine(0, area.height - 1, area.width, area.height - 1);
    }
}
