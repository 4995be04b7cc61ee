package org.towercrier.workbench.internal;

import java.util.List;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.towercrier.ui.FindProvider;
import org.towercrier.ui.kit.ChoicePopup;
import org.towercrier.ui.kit.ChoicePopup.Choice;

import jakarta.inject.Inject;

/** The search for anything by its name. */
@Creatable
public final class Find {

    private static final Point SIZE = new Point(560, 380);
    private static final int KIND_WIDTH = 180;
    private static final int LIMIT = 50;

    private final FindSources sources;
    private final WorkbenchMessages messages;
    private final List<FindProvider> providers;

    @Inject
    Find(FindSources sources, WorkbenchMessages messages, @Service List<FindProvider> providers) {
        this.providers = providers;
        this.sources = sources;
        this.messages = messages;
    }

    /** Opens the field over a window. */
    public void open(Shell window) {
        providers.forEach(FindProvider::prepare);
        FindMatcher matcher = new FindMatcher(messages.locale(), sources.collect(), providers);
        new ChoicePopup<FindEntry>(window, SIZE, KIND_WIDTH, messages.get("Find_Hint"),
                typed -> matcher.find(typed, LIMIT).stream().map(found -> new Choice<>(found.label(), found.kind(), found)).toList(),
                found -> found.open().run()).openOver(window);
    }
}
