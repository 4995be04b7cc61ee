package org.towercrier.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.ExitCode;
import org.towercrier.command.CommandException;
import org.towercrier.command.Messages;
import org.towercrier.command.TextOutput;
import org.towercrier.command.TroubleException;
import org.towercrier.store.StoreException;

/** The context of one run of one command. */
final class RunningCommand implements CommandContext {

    private final Path workspace;
    private final boolean wantsJson;
    private final Console console;
    private final ServiceAccess services;
    private final TerminalMonitor monitor;
    private final Messages messages;
    private final Messages own;
    private final Locale locale;
    private final ZoneId zone;
    private final TextOutput out;
    private boolean written;

    RunningCommand(Path workspace, boolean wantsJson, Console console, ServiceAccess services,
            TerminalMonitor monitor, Messages messages, Messages own, Locale locale, ZoneId zone) {
        this.workspace = workspace;
        this.wantsJson = wantsJson;
        this.console = console;
        this.services = services;
        this.monitor = monitor;
        this.messages = messages;
        this.own = own;
        this.locale = locale;
        this.zone = zone;
        this.out = wantsJson ? text -> {} : console.out();
    }

    @Override
    public Path workspace() {
        return workspace;
    }

    @Override
    public <T> T service(Class<T> type) {
        return optionalService(type).orElseThrow(() -> new TroubleException(
                own.text("Cli_ServiceMissing", type.getSimpleName(), services.whyMissing(type))));
    }

    @Override
    public <T> Optional<T> optionalService(Class<T> type) {
        openWorkspace();
        return services.await(type);
    }

    /** Opening the workspace that is open already costs nothing. */
    private void openWorkspace() {
        try {
            services.open(workspace);
        } catch (StoreException trouble) {
            throw new CommandException(ExitCode.TROUBLE, trouble.getLocalizedMessage(), trouble);
        }
    }

    @Override
    public <T> List<T> installed(Class<T> type) {
        return services.installed(type);
    }

    @Override
    public void closeWorkspace() {
        try {
            services.closeWorkspace();
        } catch (StoreException trouble) {
            throw new CommandException(ExitCode.TROUBLE, trouble.getLocalizedMessage(), trouble);
        }
    }

    @Override
    public CommandContext withWorkspace(Path folder) {
        return new RunningCommand(folder.toAbsolutePath().normalize(), wantsJson, console, services, monitor, messages, own,
                locale, zone);
    }

    @Override
    public boolean wantsJson() {
        return wantsJson;
    }

    @Override
    public TextOutput out() {
        monitor.clear();
        return out;
    }

    @Override
    public void json(Object document) {
        if (!wantsJson) {
            return;
        }
        if (written) {
            throw new IllegalStateException("A command prints one JSON document, not two");
        }
        written = true;
        monitor.clear();
        try {
            console.writeJson(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public TextOutput err() {
        monitor.clear();
        return console.err();
    }

    @Override
    public boolean confirm(String question) {
        if (!console.inIsTerminal()) {
            return false;
        }
        err().print(question + " " + own.text("Cli_YesNo") + " ");
        return console.readLine().map(answer -> answer.strip().toLowerCase(locale))
                .filter(answer -> own.text("Cli_Yes").contains("|" + answer + "|")).isPresent();
    }

    @Override
    public CommandMonitor monitor() {
        return monitor;
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Messages messages() {
        return messages;
    }
}
