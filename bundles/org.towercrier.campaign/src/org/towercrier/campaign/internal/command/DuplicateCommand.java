package org.towercrier.campaign.internal.command;

import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign duplicate ID [NAME]}; with {@code --next} the need of the copy rests on the result of the original. */
@Command(name = "duplicate")
public final class DuplicateCommand extends CampaignWork {

    @Parameters(index = "0", paramLabel = "ID")
    String id;
    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME")
    String name;
    @Option(names = "--id", paramLabel = "NEW")
    String newId;
    @Option(names = "--next")
    boolean next;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        Campaigns campaigns = context.service(Campaigns.class);
        String wanted = Optional.ofNullable(newId).orElse("");
        String called = Optional.ofNullable(name).orElse("");
        Campaign copy = next ? campaigns.followUp(id, wanted, called) : campaigns.duplicate(id, wanted, called);
        context.out().println(context.messages().text("Created", copy.getId()));
        context.json(Map.of("id", copy.getId(), "of", id));
        return ExitCode.DONE;
    }
}
