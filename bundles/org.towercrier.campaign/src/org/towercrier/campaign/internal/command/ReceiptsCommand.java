package org.towercrier.campaign.internal.command;

import java.io.IOException;
import java.nio.file.Path;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Launches;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code campaign receipts FILE}: takes receipts and reactions back. */
@Command(name = "receipts")
public final class ReceiptsCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "FILE")
    Path file;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException, IOException {
        Launches.Receipts receipts = context.service(Launches.class).receipts(file);
        context.out().println(
                context.messages().text("Receipts", receipts.rows(), receipts.stored(), receipts.unchanged(), receipts.responses()));
        context.json(receipts);
        return ExitCode.DONE;
    }
}
