package org.towercrier.campaign.internal.command;

import java.nio.file.Path;

import org.towercrier.campaign.CampaignException;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign export ID}: the campaign as YAML. */
@Command(name = "export")
public final class ExportCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "ID")
    String id;
    @Option(names = "--out", paramLabel = "FILE")
    Path out;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        write(context, open(context, id).root(), out);
        return ExitCode.DONE;
    }
}
