package org.towercrier.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.towercrier.command.CommandException;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.TextOutput;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads a command line, runs the command it names and turns what happens into an exit code. */
final class Cli {

    static final String MESSAGES = "OSGI-INF/l10n/cli";

    private static final Logger LOG = System.getLogger(Cli.class.getName());
    private static final int MEBIBYTE = 20;

    private final ServiceAccess services;
    private final Console console;
    private final Locale locale;
    private final ZoneId zone;
    private final Supplier<Path> defaultWorkspace;
    private final String version;
    private final Messages own;
    private final TerminalMonitor monitor;

    Cli(ServiceAccess services, Console console, Locale locale, ZoneId zone, Supplier<Path> defaultWorkspace,
            String version) {
        this.services = services;
        this.console = console;
        this.locale = locale;
        this.zone = zone;
        this.defaultWorkspace = defaultWorkspace;
        this.version = version;
        this.own = Messages.of(Cli.class, MESSAGES, locale);
        this.monitor = new TerminalMonitor(console.err(), console.errIsTerminal(), locale, System::nanoTime,
                own.text("Cli_Interrupted"));
    }

    /** Asks the running command to stop; from any thread. */
    void cancel() {
        monitor.cancel();
    }

    /** Runs a command line to its end. */
    int run(String... arguments) {
        RootCommand root = new RootCommand();
        try {
            CommandLine line = commandLine(root);
            ParseResult parsed = line.parseArgs(arguments);
            Integer helped = CommandLine.executeHelpRequest(parsed);
            return helped != null ? helped : runCommand(root, line, parsed);
        } catch (ParameterException wrong) {
            return usageError(wrong);
        } finally {
            monitor.clear();
            console.flush();
        }
    }

    private CommandLine commandLine(RootCommand root) {
        CommandLine line = new CommandLine(root);
        line.getCommandSpec().version(version);
        services.commands().stream().map(CommandLine::new)
                .sorted(Comparator.comparing(CommandLine::getCommandName))
                .forEach(command -> line.addSubcommand(command.getCommandName(), command));
        localize(line.getCommandSpec(), own);
        for (CommandLine command : line.getSubcommands().values()) {
            Messages texts = messagesOf(command.getCommandSpec());
            localize(command.getCommandSpec(), texts);
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        console.connect(line);
        line.setUsageHelpAutoWidth(true);
        line.setAbbreviatedOptionsAllowed(true);
        return line;
    }

    private void localize(CommandSpec spec, Messages texts) {
        spec.resourceBundle(new HelpTexts(texts.bundle(), own.bundle()));
        for (CommandLine nested : spec.subcommands().values()) {
            if (nested.getCommandSpec().userObject() instanceof HeadlessCommand) {
                localize(nested.getCommandSpec(), texts);
            }
        }
    }

    private Messages messagesOf(CommandSpec spec) {
        return spec.userObject() instanceof HeadlessCommand command
                ? Messages.of(command.getClass(), command.messages(), locale)
                : own;
    }

    private int runCommand(RootCommand root, CommandLine line, ParseResult parsed) {
        ParseResult leaf = parsed;
        while (leaf.hasSubcommand()) {
            leaf = leaf.subcommand();
        }
        if (!(leaf.commandSpec().userObject() instanceof HeadlessCommand command)) {
            console.printUsage(leaf.commandSpec().commandLine());
            return ExitCode.USAGE;
        }
        RunningCommand context = new RunningCommand(
                root.workspace().orElseGet(defaultWorkspace).toAbsolutePath().normalize(), root.json(), console,
                services, monitor, messagesOf(leaf.commandSpec()), own, locale, zone);
        try {
            return execute(command, context);
        } catch (CommandException refused) {
            complain(refused.getLocalizedMessage(), refused, root.trace());
            if (refused.exitCode() == ExitCode.USAGE) {
                hint(leaf.commandSpec().commandLine());
            }
            return refused.exitCode();
        } catch (StoreCancelledException interrupted) {
            complain(own.text("Cli_Interrupted"), interrupted, root.trace());
            return ExitCode.INTERRUPTED;
        } catch (StoreException trouble) {
            complain(trouble.getLocalizedMessage(), trouble, root.trace());
            return ExitCode.TROUBLE;
        } catch (Exception unexpected) { // the boundary: whatever a command lets through becomes an exit code
            return unexpected(unexpected, root.trace());
        } catch (OutOfMemoryError full) {
            complain(own.text("Cli_Memory", Runtime.getRuntime().maxMemory() >> MEBIBYTE), full, root.trace());
            return ExitCode.TROUBLE;
        }
    }

    private static int execute(HeadlessCommand command, RunningCommand context) throws Exception {
        try {
            return command.run(context);
        } finally {
            context.closeWorkspace();
        }
    }

    private int unexpected(Exception unexpected, boolean trace) {
        if (monitor.cancelled()) {
            complain(own.text("Cli_Interrupted"), unexpected, trace);
            return ExitCode.INTERRUPTED;
        }
        String reason = unexpected.getLocalizedMessage() == null ? unexpected.getClass().getSimpleName()
                : unexpected.getLocalizedMessage();
        boolean io = unexpected instanceof IOException || unexpected instanceof UncheckedIOException;
        complain(io ? own.text("Cli_FileTrouble", reason) : own.text("Cli_Unexpected", reason), unexpected, trace);
        if (!io && !trace) {
            LOG.log(Level.ERROR, reason, unexpected);
        }
        return ExitCode.TROUBLE;
    }

    private void complain(String sentence, Throwable cause, boolean trace) {
        monitor.clear();
        console.err().println(RootCommand.NAME + ": " + sentence);
        if (trace) {
            console.printTrace(cause);
        }
    }

    private int usageError(ParameterException wrong) {
        monitor.clear();
        TextOutput err = console.err();
        err.println(RootCommand.NAME + ": " + wrong.getLocalizedMessage());
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
            err.println(own.text("Cli_DidYouMean", String.join(", ", unmatched.getSuggestions())));
        }
        hint(wrong.getCommandLine());
        return ExitCode.USAGE;
    }

    private void hint(CommandLine line) {
        console.err().println(own.text("Cli_Usage", line.getHelp().synopsis(0).strip()));
        console.err().println(own.text("Cli_TryHelp", line.getCommandSpec().qualifiedName()));
    }

    /** The names of all commands, for the script that starts the product and for tests. */
    List<String> commandNames() {
        return commandLine(new RootCommand()).getSubcommands().keySet().stream().sorted().toList();
    }
}
