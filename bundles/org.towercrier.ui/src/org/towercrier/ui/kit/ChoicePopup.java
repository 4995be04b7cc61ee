package org.towercrier.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.events.ShellListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/**
 * A field and a list below it to choose from: type, choose with the arrow keys, Enter or a click takes it, Escape leaves.
 *
 * @param <T> what is chosen
 */
public final class ChoicePopup<T> {

    private static final int MARGIN = 8;
    /** Room beside the columns, for margins and a scroll bar. */
    private static final int BESIDE = 40;
    private static final int FROM_TOP = 72;

    /**
     * One thing to choose.
     *
     * @param label its name
     * @param kind  what it is, in the user's words
     */
    public record Choice<T>(String label, String kind, T value) {
    }

    private final Function<String, List<Choice<T>>> source;
    private final Consumer<T> chosen;
    private final int width;
    private final int height;
    private final Shell shell;
    private final Text text;
    private final Table table;
    private List<Choice<T>> choices = List.of();

    /**
     * A popup that is not open yet.
     *
     * @param hint   what stands in the empty field
     * @param source what there is to choose for a typed text; asked on the UI thread with every key
     * @param chosen is told the choice, after the popup has closed
     */
    public ChoicePopup(Shell parent, Point size, int kindWidth, String hint, Function<String, List<Choice<T>>> source,
            Consumer<T> chosen) {
        this.source = source;
        this.chosen = chosen;
        width = size.x;
        height = size.y;
        shell = new Shell(parent, SWT.ON_TOP | SWT.TOOL);
        GridLayoutFactory.swtDefaults().margins(MARGIN, MARGIN).spacing(0, MARGIN).applyTo(shell);
        text = new Text(shell, SWT.SEARCH | SWT.ICON_SEARCH | SWT.SINGLE);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        table = new Table(shell, SWT.SINGLE | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        new TableColumn(table, SWT.LEFT).setWidth(width - kindWidth - BESIDE);
        new TableColumn(table, SWT.LEFT).setWidth(kindWidth);
        text.addModifyListener(event -> fill());
        text.addKeyListener(KeyListener.keyPressedAdapter(event -> event.doit = !navigate(event.keyCode)));
        text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> choose()));
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> choose()));
        table.addListener(SWT.MouseUp, event -> choose());
        shell.addShellListener(ShellListener.shellDeactivatedAdapter(event -> shell.close()));
        shell.addPaintListener(event -> {
            event.gc.setForeground(shell.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
            event.gc.drawRectangle(0, 0, shell.getClientArea().width - 1, shell.getClientArea().height - 1);
        });
        fill();
    }

    /** Opens below a control, within the monitor. */
    public void openBelow(Control control) {
        Rectangle monitor = control.getMonitor().getClientArea();
        Point place = control.toDisplay(0, control.getSize().y);
        int x = Math.max(monitor.x, Math.min(place.x, monitor.x + monitor.width - width));
        int y = Math.max(monitor.y, Math.min(place.y, monitor.y + monitor.height - height));
        open(x, y);
    }

    /** Opens in the upper middle of a window. */
    public void openOver(Shell window) {
        Rectangle area = window.getBounds();
        open(area.x + (area.width - width) / 2, area.y + FROM_TOP);
    }

    private void open(int x, int y) {
        shell.setBounds(x, y, width, height);
        shell.open();
        text.setFocus();
    }

    private void fill() {
        choices = source.apply(text.getText());
        table.setRedraw(false);
        table.removeAll();
        for (Choice<T> choice : choices) {
            new TableItem(table, SWT.NONE).setText(new String[]{ choice.label(), choice.kind() });
        }
        table.select(0);
        table.setRedraw(true);
    }

    private boolean navigate(int key) {
        switch (key) {
            case SWT.ARROW_DOWN -> select(table.getSelectionIndex() + 1);
            case SWT.ARROW_UP -> select(table.getSelectionIndex() - 1);
            case SWT.PAGE_DOWN -> select(table.getSelectionIndex() + page());
            case SWT.PAGE_UP -> select(table.getSelectionIndex() - page());
            case SWT.ESC -> shell.close();
            default -> {
                return false;
            }
        }
        return true;
    }

    private int page() {
        return Math.max(1, table.getClientArea().height / Math.max(1, table.getItemHeight()) - 1);
    }

    private void select(int index) {
        if (!choices.isEmpty()) {
            table.setSelection(Math.clamp(index, 0, choices.size() - 1));
            table.showSelection();
        }
    }

    private void choose() {
        int index = table.getSelectionIndex();
        if (index >= 0 && index < choices.size()) {
            T value = choices.get(index).value();
            shell.close();
            chosen.accept(value);
        }
    }
}
