package org.towercrier.campaign.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Launches;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.model.campaign.ExperimentArm;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign launch ID [--at T]}: tests, freezes the audience, draws the groups. */
@Command(name = "launch")
public final class LaunchCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "ID")
    String id;
    @Option(names = "--at", paramLabel = "T")
    String at;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        Launches.Launch launch = context.service(Launches.class).launch(id, moment(at, context), cancellation(context));
        Map<String, Long> arms = new LinkedHashMap<>();
        ExperimentArm.VALUES.forEach(arm -> arms.put(arm.getLiteral(), launch.arms().getOrDefault(arm, 0L)));
        context.out().println(context.messages().text("Launched", id, launch.members(), arms.get("TREATMENT"), arms.get("CAMPAIGN_CONTROL"),
                arms.get("UNIVERSAL_CONTROL")));
        context.out().println(context.messages().text("Launched_Cells", launch.leftOut(), launch.delayed(), launch.offPeak(),
                launch.cellsWithoutRoom()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("campaign", id);
        document.put("launched", launch.at());
        document.put("version", launch.version());
        document.put("members", launch.members());
        document.put("arms", arms);
        document.put("leftOut", launch.leftOut());
        document.put("delayed", launch.delayed());
        document.put("offPeak", launch.offPeak());
        document.put("cellsWithoutRoom", launch.cellsWithoutRoom());
        context.json(document);
        return ExitCode.DONE;
    }
}
