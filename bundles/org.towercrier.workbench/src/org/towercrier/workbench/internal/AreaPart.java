package org.towercrier.workbench.internal;

import java.util.Map;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Composite;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Stands in for an area that this product does not have: says what would be here and where to go instead. */
public final class AreaPart {

    private static final String AREAS = "org.towercrier.part.area.";

    private final Commands commands;
    private final String area;
    private Composite column;

    @Inject
    public AreaPart(Commands commands, MPart part) {
        this.commands = commands;
        area = part.getElementId().substring(AREAS.length());
    }

    @PostConstruct
    void build(Composite parent, WorkbenchMessages messages) {
        column = Pages.column(parent);
        fill(messages);
    }

    @Inject
    @Optional
    void languageChanged(@UIEventTopic(ILocaleChangeService.LOCALE_CHANGE) Object locale, WorkbenchMessages messages) {
        if (column != null && !column.isDisposed()) {
            Pages.clear(column);
            fill(messages);
        }
    }

    @Focus
    void focus() {
        column.setFocus();
    }

    private void fill(WorkbenchMessages messages) {
        Pages.title(column, messages.get("Area_" + area));
        Pages.text(column, messages.get("Area_" + area + "_Text"));
        Pages.action(column, messages.get("Area_Network"), messages.get("Area_Network_Text"),
                () -> commands.run("org.towercrier.command.perspective",
                        Map.of("org.towercrier.parameter.perspective", "org.towercrier.perspective.network")));
        Pages.layout(column);
    }
}
