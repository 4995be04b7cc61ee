package org.towercrier.campaign.internal.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Launches;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.Table;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign send ID [--at T]}: asks the gate again and hands over what passes. */
@Command(name = "send")
public final class SendCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "ID")
    String id;
    @Option(names = "--at", paramLabel = "T")
    String at;
    @Option(names = "--through", paramLabel = "SERVICE", defaultValue = "file")
    String through;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException, IOException {
        Launches.Sending sending = context.service(Launches.class).send(id, moment(at, context), through, cancellation(context));
        context.out().println(context.messages().text("Sent", sending.contacts(), sending.cost(), sending.gate().delayed(),
                sending.gate().stopped()));
        Table table = Table.in(context).text(context.messages().text("Batch")).text(context.messages().text("Channel"))
                .number(context.messages().text("Contacts"), "", 0).text(context.messages().text("File"));
        sending.batches().forEach(batch -> table.row(batch.id(),
                CampaignMessages.text(context.locale(), "Channel_" + batch.channel().getLiteral()), batch.contacts(), batch.where()));
        if (!sending.batches().isEmpty()) {
            table.print(context.out());
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("campaign", id);
        document.put("at", sending.at());
        document.put("contacts", sending.contacts());
        document.put("cost", sending.cost());
        document.put("delayed", sending.gate().delayed());
        document.put("stopped", sending.gate().stopped());
        document.put("batches", sending.batches().stream().map(batch -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("id", batch.id());
            map.put("channel", batch.channel().getLiteral());
            map.put("contacts", batch.contacts());
            map.put("fresh", batch.fresh());
            map.put("file", batch.where());
            return map;
        }).toList());
        context.json(document);
        return ExitCode.DONE;
    }
}
