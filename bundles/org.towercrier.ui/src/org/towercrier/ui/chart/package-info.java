/**
 * Charts that say what was found: time series with threshold, busy hour, baseline and gaps, bars and scatter.
 */
package org.towercrier.ui.chart;
