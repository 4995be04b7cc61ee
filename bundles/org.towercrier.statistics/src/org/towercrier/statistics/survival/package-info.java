/** When something happens: survival curves, their comparison, hazards and proportional-hazards regression. */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.statistics.survival;
