/**
 * When capacity runs out: the busy-hour load of cells and physical sectors continued by the method that did best in a back-test, with the
 * day on which it reaches its limit, or the reason why nothing can be said.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.capacity.forecast;
