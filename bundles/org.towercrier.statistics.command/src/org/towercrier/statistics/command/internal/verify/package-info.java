/** Published figures, recomputed. */
package org.towercrier.statistics.command.internal.verify;
