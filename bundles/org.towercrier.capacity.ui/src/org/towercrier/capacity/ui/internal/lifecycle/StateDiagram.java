package org.towercrier.capacity.ui.internal.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.AlarmTrigger;
import org.towercrier.capacity.alarm.ShelfState;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.lifecycle.StateLayout.Arrow;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/**
 * A picture of the state machine of alarms, with the shelf beside it; the current states are marked, and the arrows that lead
 * out of them.
 */
final class StateDiagram extends Canvas implements Themed {

    private static final int HEIGHT = 380;
    private static final int WIDTH = 300;
    private static final int ROUND = 8;
    private static final int HEAD = 4;
    private static final int GAP = 3;
    private static final int SMALLER = -2;
    /** Marks a button that asks for more. */
    private static final String ASKS = "\u2026";

    private final Texts texts;
    private Theme theme;
    private final Font small;
    private Set<Enum<?>> current = Set.of();
    private Optional<String> shelvedUntil = Optional.empty();

    StateDiagram(Composite parent, Texts texts) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.texts = texts;
        this.theme = Theme.of(this);
        this.small = FontDescriptor.createFrom(getFont()).increaseHeight(SMALLER).createFont(getDisplay());
        addDisposeListener(event -> small.dispose());
        Theme.keepsOwnColours(this);
        addListener(SWT.Paint, event -> paint(event.gc));
    }

    /** @param until when the time on the shelf ends, ready to read; empty on the list */
    void show(AlarmState state, Optional<String> until) {
        current = Set.of(state, until.isPresent() ? ShelfState.SHELVED : ShelfState.ON_THE_LIST);
        shelvedUntil = until;
        redraw();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.surface());
        redraw();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(wHint == SWT.DEFAULT ? WIDTH : wHint, hHint == SWT.DEFAULT ? HEIGHT : hHint);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(theme.surface());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        gc.setFont(small);
        StateLayout layout = StateLayout.in(area.width, area.height);
        gc.setForeground(theme.line());
        gc.drawLine(0, layout.line(), area.width, layout.line());
        layout.arrows().forEach(arrow -> paint(gc, arrow));
        layout.arrows().forEach(arrow -> label(gc, arrow, layout));
        layout.boxes().forEach((state, box) -> paint(gc, state, box));
    }

    private void paint(GC gc, Enum<?> state, Rectangle box) {
        boolean here = current.contains(state);
        gc.setBackground(here ? theme.selection() : theme.raised());
        gc.fillRoundRectangle(box.x, box.y, box.width, box.height, ROUND, ROUND);
        gc.setForeground(here ? theme.accent() : theme.strongLine());
        gc.setLineWidth(here ? 2 : 1);
        gc.drawRoundRectangle(box.x, box.y, box.width, box.height, ROUND, ROUND);
        gc.setForeground(theme.text());
        String label = state == ShelfState.SHELVED ? shelvedUntil.map(until -> texts.get("Box_SHELVED_UNTIL", until))
                .orElseGet(() -> texts.get("Box_SHELVED")) : texts.get("Box_" + state.name());
        Point size = gc.textExtent(label, SWT.DRAW_DELIMITER);
        gc.setClipping(box);
        gc.drawText(label, box.x + Math.max(2, (box.width - size.x) / 2), box.y + (box.height - size.y) / 2,
                SWT.DRAW_DELIMITER | SWT.DRAW_TRANSPARENT);
        gc.setClipping((Rectangle) null);
    }

    private void paint(GC gc, Arrow arrow) {
        boolean open = current.contains(arrow.source());
        gc.setForeground(open ? theme.accent() : theme.mutedText());
        gc.setBackground(open ? theme.accent() : theme.mutedText());
        gc.setLineWidth(open ? 2 : 1);
        gc.drawLine(arrow.from().x, arrow.from().y, arrow.to().x, arrow.to().y);
        int dx = Integer.signum(arrow.to().x - arrow.from().x);
        int dy = Integer.signum(arrow.to().y - arrow.from().y);
        Point tip = arrow.to();
        gc.fillPolygon(new int[]{ tip.x, tip.y, tip.x - HEAD * 2 * dx + HEAD * dy, tip.y - HEAD * 2 * dy + HEAD * dx,
                tip.x - HEAD * 2 * dx - HEAD * dy, tip.y - HEAD * 2 * dy - HEAD * dx });
    }

    private void label(GC gc, Arrow arrow, StateLayout layout) {
        String text = text(arrow.triggers());
        Point size = gc.textExtent(text, SWT.DRAW_DELIMITER);
        int middleX = (arrow.from().x + arrow.to().x) / 2;
        int middleY = (arrow.from().y + arrow.to().y) / 2;
        int x;
        int y;
        if (arrow.isHorizontal()) {
            Rectangle box = layout.boxes().get(arrow.source());
            x = middleX - size.x / 2;
            y = arrow.above() ? box.y - size.y - GAP : box.y + box.height + GAP;
        } else {
            boolean left = middleX < layout.boxes().get(AlarmState.ACTIVE_ACKNOWLEDGED).x;
            boolean down = arrow.to().y > arrow.from().y;
            x = left ? middleX + GAP : middleX - GAP - size.x;
            // the words of the two arrows on the left stand one above the other
            y = left ? (down ? middleY - GAP : middleY + size.y + GAP * 4) : middleY - size.y / 2;
        }
        gc.setForeground(theme.text());
        // The ground behind the words keeps other arrows out of them.
        gc.setBackground(theme.surface());
        gc.drawText(text, x, y, SWT.DRAW_DELIMITER);
    }

    private String text(List<AlarmTrigger> triggers) {
        return triggers.stream().map(trigger -> texts.get("Trigger_" + trigger.name()).replace(ASKS, "")).collect(Collectors.joining("\n"));
    }
}
