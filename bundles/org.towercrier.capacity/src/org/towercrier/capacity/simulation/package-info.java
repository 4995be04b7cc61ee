/**
 * Replays rule sets over stored measurements: what they would raise, how they would flap, how long it would take to clear, and
 * what differs from the set that raises alarms. Nothing here touches the alarms.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.capacity.simulation;
