/** Which kinds of events cause which others, found in a stream of events on a topology. */
package org.towercrier.capacity.internal.cause;
