package org.towercrier.exchange.ui.internal.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;

/** The files and folders that the user has named. */
final class SourcesPane extends Composite {

    private final Texts texts;
    private final Table list;
    private List<Path> shown = List.of();

    SourcesPane(Composite parent, Texts texts, Consumer<List<Path>> remove) {
        super(parent, SWT.NONE);
        this.texts = texts;
        Widgets.page(this);
        org.eclipse.jface.layout.GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
        Widgets.line(this, texts.get("Sources_Title"));
        list = new Table(this, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).hint(120, 60).applyTo(list);
        list.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.DEL || event.keyCode == SWT.BS) {
                remove.accept(selected());
            }
        }));
    }

    /** The selected sources. */
    List<Path> selected() {
        return Arrays.stream(list.getSelection()).map(item -> (Path) item.getData()).toList();
    }

    void show(List<Path> sources) {
        if (shown.equals(sources)) {
            return;
        }
        shown = List.copyOf(sources);
        list.setRedraw(false);
        list.removeAll();
        for (Path source : sources) {
            TableItem item = new TableItem(list, SWT.NONE);
            String name = String.valueOf(source.getFileName() == null ? source : source.getFileName());
            item.setText(Files.isDirectory(source) ? texts.get("Sources_Folder", name) : name);
            item.setData(source);
        }
        list.setRedraw(true);
        list.setToolTipText(String.join("\n", sources.stream().limit(20).map(Path::toString).toList()));
    }

    @Override
    public boolean setFocus() {
        return list.setFocus();
    }
}
