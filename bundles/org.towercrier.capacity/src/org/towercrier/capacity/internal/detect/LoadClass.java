package org.towercrier.capacity.internal.detect;

import java.util.Map;
import java.util.Optional;

import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.model.alarm.PacketSizeClass;

/**
 * The limits of a packet-size class.
 *
 * @param packetSize       the class, absent for limits that hold whatever the packet size
 * @param minimumKilobytes smallest volume per E-RAB of the class, in kilobyte
 * @param limits           the limits by their names in the rule's combination
 */
public record LoadClass(Optional<PacketSizeClass> packetSize, double minimumKilobytes, Map<String, Limit> limits) {

    public LoadClass {
        limits = Map.copyOf(limits);
    }
}
