/**
 * Capacity of the network: KPIs, busy hours and the detection of capacity trouble in stored measurements.
 *
 * <p>Everything here is a function of what is stored: the same samples give the same figures and the same findings,
 * whatever the order in which they arrived.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.capacity;
