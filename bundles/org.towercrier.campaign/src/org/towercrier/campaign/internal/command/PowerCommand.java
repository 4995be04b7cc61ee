package org.towercrier.campaign.internal.command;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CampaignResults;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code campaign power ID}: is the audience large enough to prove anything? */
@Command(name = "power")
public final class PowerCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "ID")
    String id;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        CampaignResults.Power power = context.service(CampaignResults.class).power(open(context, id).root(), cancellation(context));
        context.out().println(context.messages().text("Power", power.baseRate(), power.effect(), power.needed(), power.treated(),
                power.control(), power.power(), power.detectable()));
        context.json(power);
        return ExitCode.DONE;
    }
}
