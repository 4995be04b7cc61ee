/**
 * The alarm list: identity, life cycle, history and reconciliation with what detection found.
 *
 * <p>Terms follow ITU-T X.733 (severities, trend) and the 3GPP fault management alarm record: an alarm is identified by
 * object instance, alarm type, probable cause and specific problem; it stays in the list while it is not cleared, or
 * cleared but not yet acknowledged.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.capacity.alarm;
