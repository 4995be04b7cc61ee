package org.towercrier.workbench.internal;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.events.ShellListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** A field and a list below it: type, choose with the arrow keys, Enter goes there, Escape leaves. */
final class FindPopup {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;
    private static final int KIND_WIDTH = 180;
    private static final int LIMIT = 50;

    private final FindMatcher matcher;
    private final Shell shell;
    private final Text text;
    private final Table table;

    FindPopup(Shell parent, FindMatcher matcher, String hint) {
        this.matcher = matcher;
        shell = new Shell(parent, SWT.ON_TOP | SWT.TOOL);
        shell.setData("org.eclipse.e4.ui.css.id", "FindPopup");
        GridLayoutFactory.swtDefaults().margins(8, 8).spacing(0, 8).applyTo(shell);
        text = new Text(shell, SWT.SEARCH | SWT.ICON_SEARCH | SWT.SINGLE);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        table = new Table(shell, SWT.SINGLE | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        new TableColumn(table, SWT.LEFT).setWidth(WIDTH - KIND_WIDTH - 40);
        new TableColumn(table, SWT.LEFT).setWidth(KIND_WIDTH);
        text.addModifyListener(e -> refresh());
        text.addKeyListener(KeyListener.keyPressedAdapter(e -> e.doit = !navigate(e.keyCode)));
        text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(e -> open()));
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(e -> open()));
        shell.addShellListener(ShellListener.shellDeactivatedAdapter(e -> shell.close()));
        refresh();
    }

    void show() {
        Rectangle area = shell.getParent().getBounds();
        shell.setBounds(area.x + (area.width - WIDTH) / 2, area.y + 72, WIDTH, HEIGHT);
        shell.open();
        text.setFocus();
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

    private void refresh() {
        List<FindEntry> found = matcher.find(text.getText(), LIMIT);
        table.setRedraw(false);
        table.removeAll();
        for (FindEntry entry : found) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(0, entry.label());
            item.setText(1, entry.kind());
            item.setData(entry);
        }
        if (!found.isEmpty()) {
            table.setSelection(0);
        }
        table.setRedraw(true);
    }

    private void open() {
        if (table.getSelectionIndex() < 0) {
            return;
        }
        FindEntry chosen = (FindEntry) table.getItem(table.getSelectionIndex()).getData();
        shell.close();
        chosen.open().run();
    }
}
