package org.towercrier.capacity.alarm;

/**
 * What a detection changed in the alarm list.
 *
 * @param raised    new alarms and alarms that came back
 * @param changed   alarms whose severity or evidence changed
 * @param cleared   alarms that went
 * @param withdrawn alarms taken out because samples that arrived later no longer support them
 * @param active    alarms in the list now
 */
public record ReconcileSummary(int raised, int changed, int cleared, int withdrawn, int active) {
}
