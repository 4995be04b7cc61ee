/** The commands on tables. */
package org.towercrier.statistics.command.internal;
