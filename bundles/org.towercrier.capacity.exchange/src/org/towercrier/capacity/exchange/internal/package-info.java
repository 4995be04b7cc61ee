/** Formats of alarms: TM Forum TMF642, ONAP VES and 3GPP TS 28.532, in and out. */
package org.towercrier.capacity.exchange.internal;
