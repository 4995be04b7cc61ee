package org.towercrier.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help [COMMAND…]}: what {@code --help} says, for those who type it the other way round. */
@Command(name = "help")
final class HelpTopic implements HeadlessCommand {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*")
    private List<String> topic = new ArrayList<>();

    @Override
    public int run(CommandContext context) {
        CommandLine found = spec.parent().commandLine();
        for (String name : topic) {
            Map<String, CommandLine> below = found.getSubcommands();
            if (!below.containsKey(name)) {
                throw new UsageException(context.messages().text("Cli_NoSuchCommand", name));
            }
            found = below.get(name);
        }
        context.out().print(found.getUsageMessage());
        return ExitCode.DONE;
    }

    @Override
    public String messages() {
        return Cli.MESSAGES;
    }
}
