package org.towercrier.store;

import java.util.Optional;

/** A document cannot be read; {@link #lastGood()} is the version to offer instead. */
public final class DocumentDamagedException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final transient DocumentInfo damaged;
    private final transient DocumentInfo lastGood;

    /**
     * @param damaged  the version that cannot be read
     * @param lastGood the newest version that can
     */
    public DocumentDamagedException(DocumentInfo damaged, Optional<DocumentInfo> lastGood, Throwable cause) {
        super(lastGood.isPresent() ? "DocumentDamaged" : "DocumentLost", cause, damaged.kind(), damaged.name(),
                damaged.version(), lastGood.map(DocumentInfo::version).orElse(0L));
        this.damaged = damaged;
        this.lastGood = lastGood.orElse(null);
    }

    /** The version that cannot be read. */
    public DocumentInfo damaged() {
        return damaged;
    }

    /** The newest version that can be read, for {@link Documents#restore}. */
    public Optional<DocumentInfo> lastGood() {
        return Optional.ofNullable(lastGood);
    }
}
