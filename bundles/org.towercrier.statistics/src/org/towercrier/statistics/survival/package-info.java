/** When something happens: survival curves, their comparison, hazards and proportional-hazards regression. */
package org.towercrier.statistics.survival;
