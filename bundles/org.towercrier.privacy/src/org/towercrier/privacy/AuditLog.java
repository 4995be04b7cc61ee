package org.towercrier.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.towercrier.store.StoreException;

/**
 * Who did what with personal data. Entries are only ever added; each carries the SHA-256 of itself and the entry before it, so that a change, a gap or a cut end shows.
 */
public interface AuditLog {

    /**
     * Adds an entry.
     *
     * @param user who
     * @param action what, a word such as {@code disclose} or {@code grant}
     * @param subject about whom or what, an identity and never a name or number
     * @param detail why, in the user's words; may be empty
     */
    Entry append(String user, String action, String subject, String detail) throws StoreException;

    /** The latest entries, newest first. */
    List<Entry> latest(int most) throws StoreException;

    /** Recomputes the chain from its first entry. */
    Verdict verify() throws StoreException;

    /**
     * An entry.
     *
     * @param number from 1, without gaps
     * @param digest SHA-256 over the digest of the entry before and everything in this one, in hexadecimal digits
     */
    record Entry(long number, Instant time, String user, String action, String subject, String detail, String digest) {
    }

    /**
     * Whether the log is as it was written.
     *
     * @param entries how many there are
     * @param ok is it whole?
     * @param broken number of the first entry that does not fit
     * @param reason a sentence, empty when all is well
     */
    record Verdict(long entries, boolean ok, Optional<Long> broken, String reason) {
    }
}
