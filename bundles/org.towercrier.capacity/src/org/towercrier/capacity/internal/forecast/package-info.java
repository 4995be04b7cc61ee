/** Daily busy-hour loads and their forecasts. */
package org.towercrier.capacity.internal.forecast;
