/** The reports about alarms, and the demonstration. */
package org.towercrier.capacity.report.internal;
