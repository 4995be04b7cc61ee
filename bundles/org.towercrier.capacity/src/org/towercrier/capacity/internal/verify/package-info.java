/** Published limits, formulas and constructed days that {@code towercrier verify} recomputes with the classes of detection. */
package org.towercrier.capacity.internal.verify;
