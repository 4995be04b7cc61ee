package org.towercrier.statistics.command.internal;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Json;
import org.towercrier.command.Messages;
import org.towercrier.command.TextOutput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine;

/** One run of a command without a product around it. */
final class Run implements CommandContext {

    private final HeadlessCommand command;
    private final Locale locale;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private Optional<Object> document = Optional.empty();

    private Run(HeadlessCommand command, Locale locale) {
        this.command = command;
        this.locale = locale;
    }

    static Run of(HeadlessCommand command, String... arguments) throws Exception {
        return of(Locale.ENGLISH, command, arguments);
    }

    static Run of(Locale locale, HeadlessCommand command, String... arguments) throws Exception {
        new CommandLine(command).parseArgs(arguments);
        Run run = new Run(command, locale);
        command.run(run);
        return run;
    }

    JsonNode json() throws Exception {
        return new ObjectMapper().readTree(Json.compactWriter().writeValueAsString(document.orElseThrow()));
    }

    String text() {
        return out.toString();
    }

    String notes() {
        return err.toString();
    }

    @Override
    public Path workspace() {
        return Path.of("none");
    }

    @Override
    public <T> T service(Class<T> type) {
        throw new IllegalStateException("These commands need no workspace");
    }

    @Override
    public <T> Optional<T> optionalService(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> List<T> installed(Class<T> type) {
        return List.of();
    }

    @Override
    public void closeWorkspace() {
        // there is none
    }

    @Override
    public CommandContext withWorkspace(Path folder) {
        return this;
    }

    @Override
    public boolean wantsJson() {
        return true;
    }

    @Override
    public TextOutput out() {
        return out::append;
    }

    @Override
    public void json(Object written) {
        document = Optional.of(written);
    }

    @Override
    public TextOutput err() {
        return err::append;
    }

    @Override
    public boolean confirm(String question) {
        return false;
    }

    @Override
    public CommandMonitor monitor() {
        return new CommandMonitor() {
            @Override
            public void task(String name, long total, String unit) {
                // nobody watches
            }

            @Override
            public void progress(long done) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void checkCancelled() {
                // never
            }

            @Override
            public Registration onCancel(Runnable stop) {
                return () -> {};
            }
        };
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Messages messages() {
        return Messages.of(command.getClass(), command.messages(), locale);
    }
}
