package org.towercrier.campaign.internal.command;

import java.util.List;
import java.util.Map;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Occasions;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign occasions [ID] [--day D]}: members of standing campaigns for a day. */
@Command(name = "occasions")
public final class OccasionsCommand extends CampaignWork {

    @Parameters(arity = "0..1", paramLabel = "ID")
    String id;
    @Option(names = "--day", paramLabel = "DAY")
    String day;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        Occasions occasions = context.service(Occasions.class);
        List<Occasions.Due> due = id == null ? occasions.collectAll(day(day, context), cancellation(context))
                : List.of(occasions.collect(id, day(day, context), cancellation(context)));
        due.forEach(each -> context.out().println(
                context.messages().text("Occasion", each.campaign(), each.kind().getLiteral(), each.day().toString(), each.matching(),
                        each.added())));
        context.json(Map.of("occasions", due));
        return ExitCode.DONE;
    }
}
