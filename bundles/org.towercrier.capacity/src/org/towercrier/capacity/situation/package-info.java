/**
 * Situations: alarms that belong together because one trouble shows in several cells.
 *
 * <p>Correlation is a pure function of the alarm records, the topology, the policy and the decisions of people: it does not
 * depend on the order in which alarms arrived. What people decide is listed and can be revoked; nothing is learned silently.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.capacity.situation;
