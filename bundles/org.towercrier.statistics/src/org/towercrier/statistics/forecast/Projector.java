package org.towercrier.statistics.forecast;

/** Continues a series that has two seasons at least and a value for every step of the season. Without state. */
@FunctionalInterface
interface Projector {

    Projection project(double[] history, int season, int horizon);
}
