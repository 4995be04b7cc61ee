/** How fast the statistics are. */
package org.towercrier.statistics.command.internal.bench;
