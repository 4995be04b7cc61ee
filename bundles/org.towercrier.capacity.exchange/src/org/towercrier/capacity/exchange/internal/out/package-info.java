/** Alarms on their way to other systems. */
package org.towercrier.capacity.exchange.internal.out;
