package org.towercrier.workbench.internal;

import java.util.Map;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.view.Commands;

import jakarta.inject.Inject;

/** Stands in for an area that this product does not have: says what would be here and where to go instead. */
public final class AreaPart extends PagePart {

    private static final String AREAS = "org.towercrier.part.area.";

    private final Commands commands;
    private final String area;

    @Inject
    public AreaPart(WorkbenchMessages messages, Commands commands, MPart part) {
        super(messages);
        this.commands = commands;
        area = part.getElementId().substring(AREAS.length());
    }

    @Override
    void fill(Composite page, WorkbenchMessages texts) {
        Pages.title(page, texts.get("Area_" + area));
        Pages.text(page, texts.get("Area_" + area + "_Text"));
        Pages.action(page, texts.get("Area_Network"), texts.get("Area_Network_Text"),
                () -> commands.run("org.towercrier.command.perspective",
                        Map.of("org.towercrier.parameter.perspective", WorkbenchIds.PERSPECTIVE_NETWORK)));
    }
}
