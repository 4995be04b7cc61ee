package org.towercrier.exchange.ui.internal.quarantine;

/**
 * How often one kind of trouble occurs.
 *
 * @param reason the sentence without the values in it, see {@link Reasons#kind}
 * @param example a sentence as it stands in the report
 * @param count lines of the report
 */
public record ReasonCount(String reason, String example, long count) {
}
