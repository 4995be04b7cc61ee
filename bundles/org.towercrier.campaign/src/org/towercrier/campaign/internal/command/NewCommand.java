package org.towercrier.campaign.internal.command;

import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.CustomerException;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.privacy.Disclosure;
import org.towercrier.store.Documents;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign new NAME}: a draft with all five steps, to be exported, filled in and imported again. */
@Command(name = "new")
public final class NewCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "NAME")
    String name;
    @Option(names = "--id", paramLabel = "ID")
    String id;
    @Option(names = "--owner", paramLabel = "OWNER")
    String owner;
    @Option(names = "--class", paramLabel = "CLASS")
    String messageClass;
    @Option(names = "--where", paramLabel = "RULE")
    String where;

    @Override
    int work(CommandContext context) throws CampaignException, CustomerException, StoreException {
        Campaigns campaigns = context.service(Campaigns.class);
        Campaign campaign = campaigns.create(Optional.ofNullable(id).orElse(""), name,
                Optional.ofNullable(owner).orElseGet(() -> context.service(Disclosure.class).user()));
        if (messageClass != null) {
            campaign.setMessageClass(literal(messageClass, MessageClass.VALUES, context));
        }
        if (where != null) {
            campaign.getAudience().setCriterion(context.service(Criteria.class).parse(where));
        }
        long version = campaigns.save(campaign, Documents.NEW);
        context.out().println(context.messages().text("Created", campaign.getId()));
        context.json(Map.of("id", campaign.getId(), "version", version));
        return ExitCode.DONE;
    }
}
