package org.towercrier.ui.view;

import java.util.function.Consumer;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.towercrier.ui.WorkbenchIds;

import jakarta.inject.Inject;

/** The window of the workbench, for those who act in it although another one may be active: the field to search in, a note. */
@Creatable
public final class MainWindow {

    private final MApplication application;

    @Inject
    public MainWindow(MApplication application) {
        this.application = application;
    }

    /** Makes something of what stands in the window, and uses it; nothing happens while there is no window. */
    public <T> void with(Class<T> type, Consumer<T> use) {
        application.getChildren().stream().filter(window -> WorkbenchIds.WINDOW.equals(window.getElementId())).findFirst()
                .ifPresent(window -> use.accept(ContextInjectionFactory.make(type, window.getContext().getActiveLeaf())));
    }
}
