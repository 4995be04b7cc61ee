package org.towercrier.campaign.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.Table;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;

/** {@code campaign list}. */
@Command(name = "list")
public final class ListCommand extends CampaignWork {

    @Override
    int work(CommandContext context) throws StoreException {
        Table table = Table.in(context).text(context.messages().text("Id")).text(context.messages().text("Name"))
                .text(context.messages().text("Owner")).text(context.messages().text("State")).text(context.messages().text("Step"))
                .text(context.messages().text("Class")).text(context.messages().text("From")).text(context.messages().text("Until"));
        List<Map<String, Object>> documents = new ArrayList<>();
        Campaigns campaigns = context.service(Campaigns.class);
        for (Campaigns.Info info : campaigns.list()) {
            CampaignStep step = step(campaigns, info.id(), info.step(), context);
            table.row(info.id(), info.name(), info.owner(), CampaignMessages.text(context.locale(), "State_" + info.state().getLiteral()),
                    CampaignMessages.text(context.locale(), "Step_" + step.getLiteral()),
                    info.messageClass().map(each -> CampaignMessages.text(context.locale(), "Class_" + each.getLiteral())), info.start(),
                    info.end());
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("id", info.id());
            map.put("name", info.name());
            map.put("owner", info.owner());
            map.put("state", info.state().getLiteral());
            map.put("step", step.getLiteral());
            map.put("messageClass", info.messageClass().map(each -> each.getLiteral()));
            map.put("start", info.start());
            map.put("end", info.end());
            map.put("launched", info.launched());
            map.put("standing", info.standing());
            map.put("version", info.version());
            map.put("saved", info.saved());
            map.put("user", info.user());
            documents.add(map);
        }
        if (documents.isEmpty()) {
            context.out().println(context.messages().text("None"));
        } else {
            table.print(context.out());
        }
        context.json(Map.of("campaigns", documents));
        return ExitCode.DONE;
    }
}
