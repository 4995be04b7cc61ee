/**
 * Forecasts of daily series with a weekly season: methods, their error at a rolling origin against the seasonal naive method, prediction
 * intervals, and the day on which a limit is reached.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.statistics.forecast;
