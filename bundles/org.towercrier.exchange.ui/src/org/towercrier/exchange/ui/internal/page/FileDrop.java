package org.towercrier.exchange.ui.internal.page;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Takes files and folders that are dropped anywhere on a page. */
final class FileDrop {

    private FileDrop() {
    }

    /** Makes a composite and all in it a place to drop files. */
    static void on(Control control, Consumer<List<Path>> taker) {
        if (control.getData(DND.DROP_TARGET_KEY) == null) {
            DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
            target.setTransfer(FileTransfer.getInstance());
            target.addDropListener(new Files(taker));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                on(child, taker);
            }
        }
    }

    private static final class Files extends DropTargetAdapter {

        private final Consumer<List<Path>> taker;

        Files(Consumer<List<Path>> taker) {
            this.taker = taker;
        }

        @Override
        public void dragEnter(DropTargetEvent event) {
            // The files stay where they are: nothing is ever moved by an import.
            boolean files = Arrays.stream(event.dataTypes).anyMatch(FileTransfer.getInstance()::isSupportedType);
            event.detail = files && (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : DND.DROP_NONE;
        }

        @Override
        public void dragOperationChanged(DropTargetEvent event) {
            dragEnter(event);
        }

        @Override
        public void drop(DropTargetEvent event) {
            if (event.data instanceof String[] names) {
                taker.accept(Arrays.stream(names).map(Path::of).toList());
            }
        }
    }
}
