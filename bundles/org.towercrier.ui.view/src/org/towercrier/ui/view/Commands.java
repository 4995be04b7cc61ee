package org.towercrier.ui.view;

import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;

import jakarta.inject.Inject;

/** Runs commands of the application model by their id. */
@Creatable
public final class Commands {

    private final ECommandService commands;
    private final EHandlerService handlers;

    @Inject
    public Commands(ECommandService commands, EHandlerService handlers) {
        this.commands = commands;
        this.handlers = handlers;
    }

    /** Whether somebody handles the command, here and now. */
    public boolean canRun(String id) {
        ParameterizedCommand command = commands.createCommand(id, Map.of());
        return command != null && handlers.canExecute(command);
    }

    public void run(String id) {
        run(id, Map.of());
    }

    /** Runs the command; nothing happens when nobody handles it. */
    public void run(String id, Map<String, Object> parameters) {
        ParameterizedCommand command = commands.createCommand(id, parameters);
        if (command != null && handlers.canExecute(command)) {
            handlers.executeHandler(command);
        }
    }
}
