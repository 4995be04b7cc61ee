package org.towercrier.customer.internal.command;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.UsageException;
import org.towercrier.customer.internal.CustomerMessages;

import picocli.CommandLine.Command;

/** {@code customers list|value|loyalty|satisfaction|survival|retention|calendar|watch|cells}: all customers of the workspace, or of any table. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "customers", subcommands = { CustomersListCommand.class, CustomersValueCommand.class, CustomersLoyaltyCommand.class,
        CustomersSatisfactionCommand.class, CustomersSurvivalCommand.class, CustomersRetentionCommand.class,
        CustomersCalendarCommand.class, CustomersWatchCommand.class, CustomersCellsCommand.class })
public final class CustomersCommand implements HeadlessCommand {

    @Override
    public int run(CommandContext context) {
        throw new UsageException(CustomerMessages.text("Command_Customers"));
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
