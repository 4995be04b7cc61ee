package org.towercrier.customer.internal.command;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.UsageException;
import org.towercrier.customer.internal.CustomerMessages;

import picocli.CommandLine.Command;

/** {@code segments list|count|cluster|movement|create|edit|import|export|delete|history}. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "segments", subcommands = { SegmentsListCommand.class, SegmentsCountCommand.class, SegmentsClusterCommand.class,
        SegmentsMovementCommand.class, SegmentsEditCommands.Create.class, SegmentsEditCommands.Change.class,
        SegmentsEditCommands.Import.class, SegmentsEditCommands.Export.class, SegmentsEditCommands.Delete.class,
        SegmentsEditCommands.History.class })
public final class SegmentsCommand implements HeadlessCommand {

    @Override
    public int run(CommandContext context) {
        throw new UsageException(CustomerMessages.text("Command_Segments"));
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
