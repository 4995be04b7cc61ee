package org.towercrier.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Another process has the workspace open. */
public final class StoreLockedException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final transient Owner owner;

    /**
     * @param folder the workspace
     * @param owner  who has it, when that could be read
     */
    public StoreLockedException(Path folder, Optional<Owner> owner, Throwable cause) {
        super(owner.isPresent() ? "Locked" : "LockedUnknown", cause, folder, owner.map(o -> Long.toString(o.pid())).orElse(""),
                owner.map(Owner::host).orElse(""), owner.map(o -> o.since().toString()).orElse(""));
        this.owner = owner.orElse(null);
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
