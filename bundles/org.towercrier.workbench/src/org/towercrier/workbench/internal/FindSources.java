package org.towercrier.workbench.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

import jakarta.inject.Inject;

/** Collects what the application model knows by name: perspectives, views, and the commands that can run now. */
@Creatable
final class FindSources {

    private final MApplication application;
    private final EModelService model;
    private final EPartService parts;
    private final ECommandService commands;
    private final EHandlerService handlers;
    private final WorkbenchMessages messages;

    @Inject
    FindSources(MApplication application, EModelService model, EPartService parts, ECommandService commands,
            EHandlerService handlers, WorkbenchMessages messages) {
        this.application = application;
        this.model = model;
        this.parts = parts;
        this.commands = commands;
        this.handlers = handlers;
        this.messages = messages;
    }

    List<FindEntry> collect() {
        List<FindEntry> found = new ArrayList<>();
        for (MPerspective perspective : model.findElements(application, null, MPerspective.class)) {
            found.add(new FindEntry(messages.get("Find_Perspective"), perspective.getLocalizedLabel(),
                    () -> parts.switchPerspective(perspective)));
            for (MPart part : model.findElements(perspective, null, MPart.class)) {
                if (part.isToBeRendered()) {
                    found.add(new FindEntry(messages.get("Find_View_In", perspective.getLocalizedLabel()), part.getLocalizedLabel(), () -> {
                        parts.switchPerspective(perspective);
                        parts.showPart(part, PartState.ACTIVATE);
                    }));
                }
            }
        }
        for (MPartDescriptor part : application.getDescriptors()) {
            found.add(new FindEntry(messages.get("Find_View"), part.getLocalizedLabel(),
                    () -> parts.showPart(part.getElementId(), PartState.ACTIVATE)));
        }
        application.getCommands().forEach(command -> addCommand(found, command));
        return found;
    }

    private void addCommand(List<FindEntry> found, MCommand command) {
        if (!command.getParameters().isEmpty()) {
            return;
        }
        ParameterizedCommand runnable = commands.createCommand(command.getElementId(), null);
        if (runnable != null && handlers.canExecute(runnable)) {
            found.add(new FindEntry(messages.get("Find_Command"), command.getLocalizedCommandName(),
                    () -> handlers.executeHandler(runnable)));
        }
    }
}
