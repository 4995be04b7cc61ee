/** Correlation: the pure function from alarms to situations, and what keeps its result and the decisions of people. */
package org.towercrier.capacity.internal.situation;
