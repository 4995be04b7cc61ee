/** Notes that one shift leaves for the next, with the alarms that were open then. */
package org.towercrier.capacity.handover;
