package org.towercrier.customer.ui.internal.criterion;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.events.ShellListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.towercrier.customer.CriterionAttribute;

/** A field and a list below it to choose an attribute from: type a part of its name, arrow keys, Enter. */
final class AttributePicker {

    private static final int WIDTH = 380;
    private static final int HEIGHT = 320;
    private static final int GROUP_WIDTH = 130;

    private final CriterionLabels labels;
    private final Consumer<CriterionAttribute> chosen;
    private final Shell shell;
    private final Text text;
    private final Table table;

    private AttributePicker(Control below, CriterionLabels labels, String hint, Consumer<CriterionAttribute> chosen) {
        this.labels = labels;
        this.chosen = chosen;
        shell = new Shell(below.getShell(), SWT.ON_TOP | SWT.TOOL);
        GridLayoutFactory.swtDefaults().margins(4, 4).spacing(0, 4).applyTo(shell);
        text = new Text(shell, SWT.SEARCH | SWT.ICON_SEARCH | SWT.SINGLE);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        table = new Table(shell, SWT.SINGLE | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        new TableColumn(table, SWT.LEFT).setWidth(WIDTH - GROUP_WIDTH - 40);
        new TableColumn(table, SWT.LEFT).setWidth(GROUP_WIDTH);
        text.addModifyListener(event -> fill());
        text.addKeyListener(KeyListener.keyPressedAdapter(event -> event.doit = !navigate(event.keyCode)));
        text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> choose()));
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> choose()));
        table.addListener(SWT.MouseUp, event -> choose());
        shell.addShellListener(ShellListener.shellDeactivatedAdapter(event -> shell.close()));
        fill();
    }

    /** Opens below a control. */
    static void open(Control below, CriterionLabels labels, String hint, Consumer<CriterionAttribute> chosen) {
        AttributePicker picker = new AttributePicker(below, labels, hint, chosen);
        Point place = below.toDisplay(0, below.getSize().y);
        int right = below.getMonitor().getClientArea().x + below.getMonitor().getClientArea().width;
        picker.shell.setBounds(Math.max(0, Math.min(place.x, right - WIDTH)), place.y, WIDTH, HEIGHT);
        picker.shell.open();
        picker.text.setFocus();
    }

    private void fill() {
        List<String> words = List.of(text.getText().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        table.setRedraw(false);
        table.removeAll();
        for (CriterionAttribute attribute : labels.attributes()) {
            String name = labels.name(attribute);
            String group = labels.group(attribute);
            String all = (name + ' ' + group + ' ' + attribute.name()).toLowerCase(Locale.ROOT);
            if (words.stream().allMatch(all::contains)) {
                TableItem item = new TableItem(table, SWT.NONE);
                item.setText(new String[]{ name, group });
                item.setData(attribute);
            }
        }
        table.select(0);
        table.setRedraw(true);
    }

    private boolean navigate(int key) {
        switch (key) {
            case SWT.ARROW_DOWN -> table.setSelection(Math.min(table.getItemCount() - 1, table.getSelectionIndex() + 1));
            case SWT.ARROW_UP -> table.setSelection(Math.max(0, table.getSelectionIndex() - 1));
            case SWT.ESC -> shell.close();
            default -> {
                return false;
            }
        }
        if (!table.isDisposed()) {
            table.showSelection();
        }
        return true;
    }

    private void choose() {
        if (table.getSelectionIndex() >= 0) {
            CriterionAttribute attribute = (CriterionAttribute) table.getItem(table.getSelectionIndex()).getData();
            shell.close();
            chosen.accept(attribute);
        }
    }
}
