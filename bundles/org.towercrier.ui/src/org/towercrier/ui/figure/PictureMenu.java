package org.towercrier.ui.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.MessageBox;
import org.towercrier.ui.kit.UiMessages;

/** A context menu that copies and saves what is drawn. */
final class PictureMenu {

    private PictureMenu() {
    }

    /** Writes a picture into a file. */
    @FunctionalInterface
    interface Saving {
        void save(Path file) throws IOException;
    }

    static Menu on(Control control, UiMessages messages, Runnable copy, Saving saving, Consumer<Menu> more) {
        Menu menu = new Menu(control);
        menu.addListener(SWT.Show, event -> {
            for (MenuItem old : menu.getItems()) {
                old.dispose();
            }
            more.accept(menu);
            if (menu.getItemCount() > 0) {
                new MenuItem(menu, SWT.SEPARATOR);
            }
            item(menu, messages.get("Figure_Copy"), copy);
            item(menu, messages.get("Figure_Save"), () -> save(control, messages, saving));
        });
        return menu;
    }

    private static void item(Menu menu, String label, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(label);
        item.addListener(SWT.Selection, event -> action.run());
    }

    private static void save(Control control, UiMessages messages, Saving saving) {
        FileDialog dialog = new FileDialog(control.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[]{ "*.png", "*.svg" });
        dialog.setFileName("figure.png");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        try {
            saving.save(Path.of(chosen));
        } catch (IOException failure) {
            MessageBox box = new MessageBox(control.getShell(), SWT.ICON_ERROR);
            box.setMessage(messages.get("Figure_SaveFailed", chosen, String.valueOf(failure.getMessage())));
            box.open();
        }
    }
}
