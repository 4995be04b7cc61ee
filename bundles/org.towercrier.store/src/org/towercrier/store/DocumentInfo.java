package org.towercrier.store;

import java.time.Instant;

/**
 * A version of a document.
 *
 * @param kind    what it is, e.g. {@code rules}
 * @param name    its name, unique within the kind
 * @param version 1 for the first
 * @param saved   when it was saved
 * @param user    who saved it
 */
public record DocumentInfo(String kind, String name, long version, Instant saved, String user) {
}
