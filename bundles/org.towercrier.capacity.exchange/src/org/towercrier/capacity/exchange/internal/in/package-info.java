/** Alarms of other systems on their way in. */
package org.towercrier.capacity.exchange.internal.in;
