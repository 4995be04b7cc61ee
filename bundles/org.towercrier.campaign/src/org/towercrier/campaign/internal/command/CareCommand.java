package org.towercrier.campaign.internal.command;

import java.util.List;
import java.util.Map;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CareCampaigns;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.Table;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.privacy.Disclosure;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code campaign care [ALARM]}: a care campaign for those behind an alarm; without one the alarms that deserve it. */
@Command(name = "care")
public final class CareCommand extends CampaignWork {

    private static final int MOST = 50;

    @Parameters(arity = "0..1", paramLabel = "ALARM")
    String alarm;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        CareCampaigns care = context.service(CareCampaigns.class);
        if (alarm == null) {
            List<CareCampaigns.Suggested> suggested = care.suggested(MOST, cancellation(context));
            Table table = Table.in(context).text(context.messages().text("Alarm")).text(context.messages().text("Cell"))
                    .number(context.messages().text("Customers"), "", 0).text(context.messages().text("Campaign"));
            suggested.forEach(each -> table.row(each.alarm(), each.cell(), each.customers(), each.campaign()));
            table.print(context.out());
            context.json(Map.of("suggested", suggested));
            return ExitCode.DONE;
        }
        Campaign campaign = care.forAlarm(alarm, context.service(Disclosure.class).user(), cancellation(context));
        context.out().println(context.messages().text("Created", campaign.getId()));
        context.json(Map.of("id", campaign.getId(), "alarm", alarm));
        return ExitCode.DONE;
    }
}
