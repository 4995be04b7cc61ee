package org.towercrier.command.bench;

/** How big the synthetic data is. */
public enum BenchScale {
    /** About a hundredth: shows that everything works and catches gross slowness, in under a minute for all cases. */
    SMALL,
    /** The size of the specification: the figures that count. */
    FULL
}
