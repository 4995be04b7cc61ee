package org.towercrier.capacity.ui.internal.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.simulation.SimulationModels.Lane;
import org.towercrier.capacity.ui.internal.simulation.SimulationModels.Stretch;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** When the alarms of a cell were up, one lane for each alarm and rule set, on one axis of time. */
final class StretchCanvas extends Canvas implements Themed {

    private static final int PAD = 8;
    private static final int LANE = 22;
    private static final int BAR = 12;
    private static final int TICK_WIDTH = 96;

    private final Texts texts;
    private final Dates dates;
    private final List<Hit> hits = new ArrayList<>();
    private Theme theme = Theme.LIGHT;
    private String title = "";
    private List<Lane> lanes = List.of();
    private Instant from = Instant.EPOCH;
    private Instant to = Instant.EPOCH;

    private record Hit(Rectangle place, String tip) {
    }

    StretchCanvas(Composite parent, Texts texts, Dates dates) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
        this.texts = texts;
        this.dates = dates;
        Theme.keepsOwnColours(this);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> scrollBar());
        addListener(SWT.MouseMove, event -> setToolTipText(tip(event.x, event.y).orElse(null)));
        getVerticalBar().addListener(SWT.Selection, event -> redraw());
    }

    /** Shows the lanes of a cell. */
    void show(String cell, List<Lane> content, Instant begin, Instant end) {
        title = cell;
        lanes = List.copyOf(content);
        from = begin;
        to = end;
        getVerticalBar().setSelection(0);
        scrollBar();
        redraw();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        redraw();
    }

    private void scrollBar() {
        ScrollBar bar = getVerticalBar();
        int whole = 3 * LANE + lanes.size() * LANE * 3 / 2;
        int height = Math.max(1, getClientArea().height);
        bar.setVisible(whole > height);
        bar.setValues(Math.min(bar.getSelection(), Math.max(0, whole - height)), 0, whole, Math.min(height, whole), LANE, height);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(theme.background());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        hits.clear();
        gc.setForeground(theme.text());
        gc.drawText(title.isEmpty() ? texts.get("Simulator_SelectCell") : title, PAD, PAD / 2, true);
        if (title.isEmpty() || !from.isBefore(to)) {
            return;
        }
        int left = 2 * PAD + lanes.stream().mapToInt(lane -> gc.textExtent(label(lane)).x).max().orElse(0) + PAD;
        left = Math.min(left, area.width / 2);
        Rectangle axis = new Rectangle(left, LANE + PAD / 2, Math.max(1, area.width - left - PAD), area.height - LANE - PAD);
        gc.setClipping(0, LANE, area.width, area.height - LANE);
        ticks(gc, axis);
        int y = axis.y + LANE - (getVerticalBar().isVisible() ? getVerticalBar().getSelection() : 0);
        if (lanes.isEmpty()) {
            gc.setForeground(theme.mutedText());
            gc.drawText(texts.get("Simulator_NoAlarms"), axis.x, y, true);
        }
        for (Lane lane : lanes) {
            if (!lane.candidate()) {
                header(gc, lane, area.width, y);
                y += LANE;
            }
            lane(gc, lane, axis, y);
            y += LANE;
        }
        gc.setClipping((Rectangle) null);
    }

    private String label(Lane lane) {
        return texts.get(lane.candidate() ? "Simulator_CandidateShort" : "Simulator_Active");
    }

    private void header(GC gc, Lane lane, int width, int y) {
        gc.setForeground(theme.line());
        gc.drawLine(PAD, y, width - PAD, y);
        gc.setForeground(theme.text());
        gc.setBackground(theme.background());
        gc.drawText(lane.label(), PAD, y + (LANE - gc.getFontMetrics().getHeight()) / 2, false);
    }

    private void ticks(GC gc, Rectangle axis) {
        int count = Math.clamp(axis.width / TICK_WIDTH, 1, 12);
        Duration step = Duration.between(from, to).dividedBy(count);
        for (int i = 0; i < count; i++) {
            Instant at = from.plus(step.multipliedBy(i));
            int x = x(at, axis);
            gc.setForeground(theme.line());
            gc.drawLine(x, axis.y, x, axis.y + axis.height);
            gc.setForeground(theme.mutedText());
            gc.drawText(step.compareTo(Duration.ofHours(20)) < 0 ? dates.minute(at) : dates.day(at), x + 3, axis.y, true);
        }
    }

    private int x(Instant at, Rectangle axis) {
        double share = (double) Duration.between(from, at).toMillis() / Math.max(1, Duration.between(from, to).toMillis());
        return axis.x + (int) Math.round(Math.clamp(share, 0, 1) * axis.width);
    }

    private void lane(GC gc, Lane lane, Rectangle axis, int y) {
        gc.setForeground(theme.mutedText());
        gc.drawText(label(lane), 2 * PAD, y + (LANE - gc.getFontMetrics().getHeight()) / 2, true);
        for (Stretch stretch : lane.stretches()) {
            int begin = x(stretch.from(), axis);
            int width = Math.max(3, x(stretch.to(), axis) - begin);
            Rectangle place = new Rectangle(begin, y + (LANE - BAR) / 2, width, BAR);
            draw(gc, stretch, place);
            String until = stretch.open() ? texts.get("Simulator_StillUp") : dates.minute(stretch.to());
            hits.add(new Hit(place,
                    texts.get("Simulator_StretchTip", lane.label() + ", " + label(lane), texts.get("Severity_" + stretch.severity()),
                            dates.minute(stretch.from()), until)));
        }
    }

    /** A bar with the shape of its severity at the begin; the shape alone where there is no room for more. */
    private void draw(GC gc, Stretch stretch, Rectangle place) {
        int middle = place.y + place.height / 2;
        if (place.width < 2 * BAR) {
            SeverityGlyph.draw(gc, theme, stretch.severity(), place.x + Math.min(place.width, BAR) / 2, middle, BAR - 2);
            return;
        }
        gc.setBackground(theme.severity(stretch.severity()));
        gc.fillRoundRectangle(place.x, place.y, place.width, place.height, 4, 4);
        SeverityGlyph.draw(gc, stretch.severity(), place.x + BAR / 2 + 2, middle, BAR - 4, theme.background(),
                theme.edge(stretch.severity()));
    }

    private Optional<String> tip(int x, int y) {
        return hits.stream().filter(hit -> hit.place().contains(x, y)).map(Hit::tip).reduce((first, second) -> second);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 300 : widthHint, heightHint == SWT.DEFAULT ? 160 : heightHint);
    }
}
