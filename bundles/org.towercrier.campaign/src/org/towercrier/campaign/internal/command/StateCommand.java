package org.towercrier.campaign.internal.command;

import java.util.Map;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code campaign state ID STATE}: pauses, resumes, ends or cancels. */
@Command(name = "state")
public final class StateCommand extends CampaignWork {

    @Parameters(index = "0", paramLabel = "ID")
    String id;
    @Parameters(index = "1", paramLabel = "STATE")
    String state;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        Campaign campaign = context.service(Campaigns.class).move(id, literal(state, CampaignState.VALUES, context));
        context.out().println(id + ": " + CampaignMessages.text(context.locale(), "State_" + campaign.getState().getLiteral()));
        context.json(Map.of("id", id, "state", campaign.getState().getLiteral()));
        return ExitCode.DONE;
    }
}
