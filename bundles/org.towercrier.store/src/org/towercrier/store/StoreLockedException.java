package org.towercrier.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Another process has the workspace open. */
public final class StoreLockedException extends StoreException {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final transient Owner owner;

    /**
     * @param folder the workspace
     * @param owner  who has it, when that could be read
     */
    public StoreLockedException(Path folder, Optional<Owner> owner, Throwable cause) {
        super(owner.isPresent() ? "Locked" : "LockedUnknown", cause, folder, owner.map(o -> Long.toString(o.pid())).orElse(""),
                owner.map(Owner::host).orElse(""), owner.map(StoreLockedException::since).orElse(""));
        this.owner = owner.orElse(null);
    }

    /** In the time of this machine, to the minute: whoever looks for the other window does not think in UTC. */
    private static String since(Owner owner) {
        return MINUTE.withZone(ZoneId.systemDefault()).format(owner.since());
    }

    /** Who has the workspace, when that could be read. */
    public Optional<Owner> owner() {
        return Optional.ofNullable(owner);
    }

    /**
     * The process that has a workspace open.
     *
     * @param pid   its process id
     * @param host  its machine
     * @param since when it opened the workspace
     */
    public record Owner(long pid, String host, Instant since) {
    }
}
