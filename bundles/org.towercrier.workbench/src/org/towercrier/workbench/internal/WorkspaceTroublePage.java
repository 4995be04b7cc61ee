package org.towercrier.workbench.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import org.towercrier.store.StoreException;

/** The page that stands in for the window while its workspace cannot be opened: what happened, and what can be done. */
final class WorkspaceTroublePage {

    private static final int WIDTH = 560;

    private final Display display;
    private final WorkbenchMessages messages;
    private Optional<Path> answer = Optional.empty();

    WorkspaceTroublePage(Display display, WorkbenchMessages messages) {
        this.display = display;
        this.messages = messages;
    }

    /** Blocks until the user has answered: the folder to try next, empty to quit. */
    Optional<Path> ask(Path folder, StoreException trouble) {
        Shell shell = build(folder, trouble);
        shell.open();
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        return answer;
    }

    private Shell build(Path folder, StoreException trouble) {
        Shell shell = new Shell(display, SWT.DIALOG_TRIM | SWT.RESIZE);
        shell.setText("Towercrier");
        GridLayoutFactory.swtDefaults().margins(24, 24).spacing(8, 8).applyTo(shell);
        Label title = label(shell, messages.get("Trouble_Title"));
        title.setFont(JFaceResources.getHeaderFont());
        label(shell, trouble.what(messages.locale()));
        label(shell, trouble.remedy(messages.locale()));
        label(shell, messages.get("Trouble_Folder", folder));
        Composite buttons = new Composite(shell, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).equalWidth(true).margins(0, 8).applyTo(buttons);
        Button retry = button(buttons, "Trouble_Retry", () -> close(shell, Optional.of(folder)));
        button(buttons, "Trouble_Other", () -> choose(shell).ifPresent(other -> close(shell, Optional.of(other))));
        button(buttons, "Trouble_Quit", () -> close(shell, Optional.empty()));
        shell.setDefaultButton(retry);
        shell.pack();
        Monitor monitor = display.getPrimaryMonitor();
        shell.setLocation(monitor.getBounds().x + (monitor.getBounds().width - shell.getSize().x) / 2,
                monitor.getBounds().y + (monitor.getBounds().height - shell.getSize().y) / 3);
        return shell;
    }

    private static Label label(Shell shell, String text) {
        Label label = new Label(shell, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private Button button(Composite parent, String key, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(messages.get(key));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    private Optional<Path> choose(Shell shell) {
        DirectoryDialog dialog = new DirectoryDialog(shell);
        dialog.setText(messages.get("Trouble_Other"));
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    private void close(Shell shell, Optional<Path> chosen) {
        answer = chosen;
        shell.dispose();
    }
}
