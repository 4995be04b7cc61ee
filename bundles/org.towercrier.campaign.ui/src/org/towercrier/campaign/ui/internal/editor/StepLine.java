package org.towercrier.campaign.ui.internal.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.campaign.StepCheck;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.ui.kit.FittedText;
import org.towercrier.ui.theme.Contrast;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/**
 * The five steps as a line: each a shape with a colour and its state in words, the one whose page is open underlined. A click, the arrow keys and the digits 1 to 5 go to a
 * step.
 */
final class StepLine extends Canvas implements Themed {

    private static final int HEIGHT = 62;
    private static final int DISC = 22;
    private static final int PAD = 12;

    private final Texts texts;
    private final Words words;
    private final Font bold;
    private Consumer<CampaignStep> listener = step -> {};
    private List<StepCheck> checks = List.of();
    private CampaignStep open = CampaignStep.NEED;
    private Theme theme = Theme.LIGHT;

    StepLine(Composite parent, Texts texts, Words words) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.texts = texts;
        this.words = words;
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), this);
        bold = resources.create(FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD));
        Theme.keepsOwnColours(this);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseDown, event -> {
            setFocus();
            open(at(event.x));
        });
        addListener(SWT.MouseMove, event -> {
            String tip = tip(at(event.x));
            if (!tip.equals(getToolTipText())) {
                setToolTipText(tip);
            }
        });
        addListener(SWT.KeyDown, event -> key(event.keyCode));
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
                && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = words.of(open) + ", " + state(open);
            }
        });
    }

    /** Tells which step somebody goes to. */
    void onOpen(Consumer<CampaignStep> newListener) {
        listener = newListener;
    }

    /** Shows how the steps stand. */
    void show(List<StepCheck> newChecks) {
        checks = List.copyOf(newChecks);
        redraw();
    }

    /** Goes to a step. */
    void open(CampaignStep step) {
        open = step;
        redraw();
        listener.accept(step);
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 600 : widthHint, HEIGHT);
    }

    private void key(int code) {
        int last = CampaignStep.VALUES.size() - 1;
        int now = open.ordinal();
        if (code == SWT.ARROW_RIGHT && now < last) {
            open(CampaignStep.VALUES.get(now + 1));
        } else if (code == SWT.ARROW_LEFT && now > 0) {
            open(CampaignStep.VALUES.get(now - 1));
        } else if (code >= '1' && code <= '5') {
            open(CampaignStep.VALUES.get(code - '1'));
        }
    }

    private CampaignStep at(int x) {
        int wide = Math.max(1, getClientArea().width / CampaignStep.VALUES.size());
        return CampaignStep.VALUES.get(Math.clamp(x / wide, 0, CampaignStep.VALUES.size() - 1));
    }

    private Optional<StepCheck> check(CampaignStep step) {
        return checks.stream().filter(check -> check.step() == step).findFirst();
    }

    private String state(CampaignStep step) {
        return check(step).map(check -> check.reasons().isEmpty() ? texts.get("Step_" + check.status())
                : texts.get("Step_" + check.status() + "_Reasons", check.reasons().size())).orElse(texts.get("Step_Checking"));
    }

    private String tip(CampaignStep step) {
        return Stream.concat(Stream.of(words.of(step) + ": " + state(step)),
                check(step).stream().flatMap(check -> check.reasons().stream()).map(words::of)).collect(Collectors.joining("\n"));
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.surface());
        gc.fillRectangle(area);
        int count = CampaignStep.VALUES.size();
        int wide = area.width / count;
        int middle = area.height / 2 - 2;
        for (int i = 0; i < count; i++) {
            paint(gc, CampaignStep.VALUES.get(i), new Rectangle(i * wide, 0, wide, area.height), middle);
        }
        gc.setForeground(theme.line());
        gc.setLineWidth(1);
        gc.drawLine(0, area.height - 1, area.width, area.height - 1);
    }

    private void paint(GC gc, CampaignStep step, Rectangle place, int middle) {
        int left = place.x + PAD;
        if (step == open) {
            gc.setBackground(theme.background());
            gc.fillRectangle(place);
            gc.setBackground(theme.accent());
            gc.fillRectangle(place.x, place.height - 4, place.width, 3);
            if (isFocusControl()) {
                gc.setForeground(theme.accent());
                gc.setLineWidth(1);
                gc.drawRectangle(place.x + 2, 2, place.width - 5, place.height - 8);
            }
        }
        mark(gc, step, left, middle - DISC / 2);
        int text = left + DISC + 8;
        int room = place.x + place.width - text - 14;
        gc.setFont(bold);
        int line = gc.getFontMetrics().getHeight();
        gc.setForeground(theme.text());
        gc.drawText(FittedText.fit(gc, (step.ordinal() + 1) + "  " + words.of(step), room), text, middle - line, true);
        gc.setFont(getFont());
        gc.setForeground(theme.mutedText());
        gc.drawText(FittedText.fit(gc, state(step), room), text, middle + 1, true);
        if (step.ordinal() < CampaignStep.VALUES.size() - 1) {
            int x = place.x + place.width - 8;
            gc.setForeground(theme.strongLine());
            gc.setLineWidth(2);
            gc.drawPolyline(new int[]{ x - 3, middle - 6, x + 3, middle, x - 3, middle + 6 });
            gc.setLineWidth(1);
        }
    }

    /** Passed is a disc with a tick, failed a triangle with a stroke, open a ring: each is told from the others without its colour. */
    private void mark(GC gc, CampaignStep step, int x, int y) {
        Optional<StepCheck> check = check(step);
        gc.setLineWidth(2);
        if (check.isEmpty() || check.get().status() == StepCheck.Status.OPEN) {
            gc.setForeground(theme.strongLine());
            gc.drawOval(x + 1, y + 1, DISC - 3, DISC - 3);
            gc.setBackground(theme.strongLine());
            for (int i = 0; i < 3 && check.isPresent(); i++) {
                gc.fillOval(x + DISC / 2 - 7 + i * 5, y + DISC / 2 - 2, 3, 3);
            }
            return;
        }
        var fill = theme.severity(Words.mark(check.get().status()));
        gc.setBackground(fill);
        gc.setForeground(Contrast.ink(fill));
        if (check.get().status() == StepCheck.Status.PASSED) {
            gc.fillOval(x, y, DISC, DISC);
            gc.drawPolyline(new int[]{ x + 6, y + 11, x + 10, y + 15, x + 16, y + 7 });
        } else {
            gc.fillPolygon(new int[]{ x + DISC / 2, y, x + DISC, y + DISC - 1, x, y + DISC - 1 });
            gc.drawLine(x + DISC / 2, y + 8, x + DISC / 2, y + 13);
            gc.drawPoint(x + DISC / 2, y + 17);
        }
    }
}
