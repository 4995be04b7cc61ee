package org.towercrier.command;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a command may use of its surroundings. A command never touches {@code System.out}: standard output belongs to
 * the result, and with {@code --json} to exactly one JSON document.
 */
public interface CommandContext {

    /** Folder of the workspace the command works on; it need not exist yet. */
    Path workspace();

    /**
     * A service of the workspace. The first call opens the workspace (and creates it when it is new).
     *
     * @throws CommandException
     *             {@link ExitCode#TROUBLE} when the workspace cannot be opened, is in use by another process, or the
     *             service does not come up, with the reason
     */
    <T> T service(Class<T> type);

    /** As {@link #service(Class)}, for parts that a product may lack: empty when nobody offers it. */
    <T> Optional<T> optionalService(Class<T> type);

    /** All services of that type that are there, without opening the workspace. */
    <T> List<T> installed(Class<T> type);

    /** Closes the workspace if this command opened it, for example to hand it to a child process. */
    void closeWorkspace();

    /**
     * The same context for another workspace. One workspace is open at a time: asking the one context for a service closes
     * the workspace of the other.
     */
    CommandContext withWorkspace(Path folder);

    /** Whether the caller asked for JSON. */
    boolean wantsJson();

    /**
     * The result for people. With {@code --json} what is written here is discarded, so that a command may write both
     * results without asking.
     */
    TextOutput out();

    /**
     * The result as one JSON document, see {@link Json} for its conventions; discarded without {@code --json}.
     *
     * @throws IllegalStateException
     *             on the second call with {@code --json}: there is exactly one document
     */
    void json(Object document);

    /** Notes and warnings, on standard error. */
    TextOutput err();

    /** Asks the user a yes/no question on the terminal; {@code false} when there is none to ask. */
    boolean confirm(String question);

    CommandMonitor monitor();

    Locale locale();

    /** Zone in which times are shown to people and in which times without an offset are understood. */
    ZoneId zone();

    /** The texts of the running command, in the user's language. */
    Messages messages();
}
