package org.towercrier.cli.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreFullException;

/** A product of given commands and services, whose command line is called as a user would. */
final class FakeProduct implements ServiceAccess {

    static final Path DEFAULT_WORKSPACE = Path.of("default-workspace").toAbsolutePath();

    private final List<Supplier<? extends HeadlessCommand>> commands = new ArrayList<>();
    private final List<Object> services = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> log = new ArrayList<>();
    private Optional<Path> opened = Optional.empty();
    private boolean diskFull;
    private boolean terminal;
    private String typed = "";
    private Locale locale = Locale.ENGLISH;
    private Runnable afterStart = () -> {};

    FakeProduct with(Supplier<? extends HeadlessCommand> command) {
        commands.add(command);
        return this;
    }

    FakeProduct offering(Object service) {
        services.add(service);
        return this;
    }

    FakeProduct onAFullDisk() {
        diskFull = true;
        return this;
    }

    FakeProduct onATerminal(String whatTheUserTypes) {
        terminal = true;
        typed = whatTheUserTypes;
        return this;
    }

    FakeProduct speaking(Locale language) {
        locale = language;
        return this;
    }

    int run(String... arguments) {
        Cli cli = cli();
        afterStart = cli::cancel;
        return cli.run(arguments);
    }

    Cli cli() {
        Console console = new Console(out, StandardCharsets.UTF_8, err, StandardCharsets.UTF_8,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, terminal,
                terminal);
        return new Cli(this, console, locale, ZoneOffset.UTC, () -> DEFAULT_WORKSPACE, "Towercrier 1.2.3");
    }

    /** The user presses control-C now. */
    void interrupt() {
        afterStart.run();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> log() {
        return log;
    }

    @Override
    public List<Object> commands() {
        return commands.stream().map(command -> (Object) command.get()).toList();
    }

    @Override
    public void open(Path workspace) throws StoreException {
        if (diskFull) {
            throw new StoreFullException(workspace, null);
        }
        if (!opened.equals(Optional.of(workspace))) {
            closeWorkspace();
            log.add("open " + workspace.getFileName());
            opened = Optional.of(workspace);
        }
    }

    @Override
    public <T> Optional<T> await(Class<T> type) {
        return installed(type).stream().findFirst();
    }

    @Override
    public <T> List<T> installed(Class<T> type) {
        return services.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public String whyMissing(Class<?> type) {
        return "not installed";
    }

    @Override
    public void closeWorkspace() {
        opened.ifPresent(workspace -> log.add("close " + workspace.getFileName()));
        opened = Optional.empty();
    }
}
