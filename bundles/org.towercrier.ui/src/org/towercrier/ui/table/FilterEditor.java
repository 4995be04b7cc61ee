package org.towercrier.ui.table;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;

/** Edits the filter of one column in place: a field to type in, or a menu to choose from. */
final class FilterEditor {

    private static final int PAUSE_MILLIS = 150;
    private static final int MOST_CHOICES = 60;

    private final Composite parent;
    private final UiMessages messages;
    private final BiConsumer<Integer, String> changed;
    private Text field;
    private int revision;

    FilterEditor(Composite parent, UiMessages messages, BiConsumer<Integer, String> changed) {
        this.parent = parent;
        this.messages = messages;
        this.changed = changed;
    }

    /** Opens a field over a cell; what is typed filters after a short pause. */
    void type(int column, String text, Rectangle cell, Theme theme, Runnable next) {
        close();
        Text editor = new Text(parent, SWT.SINGLE);
        field = editor;
        Theme.keepsOwnColours(editor);
        editor.setBackground(theme.background());
        editor.setForeground(theme.text());
        editor.setText(text);
        editor.selectAll();
        int height = Math.min(editor.computeSize(SWT.DEFAULT, SWT.DEFAULT).y, cell.height - 4);
        editor.setBounds(cell.x + 5, cell.y + (cell.height - height) / 2, Math.max(30, cell.width - 11), height);
        editor.addListener(SWT.Modify, event -> later(column, editor));
        editor.addListener(SWT.FocusOut, event -> commit(column, editor));
        editor.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                editor.setText(text);
                commit(column, editor);
            } else if (event.detail == SWT.TRAVERSE_RETURN) {
                commit(column, editor);
            } else if (event.detail == SWT.TRAVERSE_TAB_NEXT) {
                event.doit = false;
                commit(column, editor);
                next.run();
            }
        });
        editor.setFocus();
    }

    private void later(int column, Text editor) {
        int mine = ++revision;
        parent.getDisplay().timerExec(PAUSE_MILLIS, () -> {
            if (mine == revision && !editor.isDisposed()) {
                changed.accept(column, editor.getText());
            }
        });
    }

    private void commit(int column, Text editor) {
        if (!editor.isDisposed()) {
            String text = editor.getText();
            revision++;
            close();
            changed.accept(column, text);
            parent.setFocus();
        }
    }

    /** Closes the field without another word. */
    void close() {
        Text editor = field;
        field = null;
        if (editor != null && !editor.isDisposed()) {
            editor.dispose();
        }
    }

    /** Opens a menu with the words of a column, those let through being checked. */
    void choose(int column, String text, List<String> choices, Point below) {
        Set<String> chosen = new LinkedHashSet<>(Arrays.stream(text.split(",")).map(String::strip)
                .filter(word -> !word.isEmpty()).toList());
        Menu menu = new Menu(parent);
        MenuItem all = new MenuItem(menu, SWT.PUSH);
        all.setText(messages.get("Table_FilterAll"));
        all.addListener(SWT.Selection, event -> changed.accept(column, ""));
        new MenuItem(menu, SWT.SEPARATOR);
        for (String choice : choices.subList(0, Math.min(choices.size(), MOST_CHOICES))) {
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(choice.replace("&", "&&"));
            item.setSelection(chosen.contains(choice));
            item.addListener(SWT.Selection, event -> {
                if (!chosen.remove(choice)) {
                    chosen.add(choice);
                }
                changed.accept(column, String.join(", ", chosen));
            });
        }
        menu.setLocation(below);
        menu.addListener(SWT.Hide, event -> parent.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }
}
