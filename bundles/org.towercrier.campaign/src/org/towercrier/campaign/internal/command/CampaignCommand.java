package org.towercrier.campaign.internal.command;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.UsageException;

import picocli.CommandLine.Command;

/** {@code campaign …}: the closed loop without a window. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "campaign", subcommands = { ListCommand.class, NewCommand.class, ImportCommand.class, ExportCommand.class,
        DuplicateCommand.class, CheckCommand.class, GateCommand.class, LaunchCommand.class, SendCommand.class, ReceiptsCommand.class,
        StateCommand.class, PolicyCommand.class, RightsCommand.class, PowerCommand.class, ResultCommand.class,
        BoardCommand.class, CareCommand.class, OccasionsCommand.class, PromptCommand.class, OrderCommand.class, EvidenceCommand.class })
public final class CampaignCommand extends CampaignWork {

    @Override
    int work(CommandContext context) {
        throw new UsageException(context.messages().text("Campaign_Sub"));
    }
}
