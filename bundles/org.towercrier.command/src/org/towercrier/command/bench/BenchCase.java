package org.towercrier.command.bench;

/**
 * One performance figure, contributed as a Declarative Services component. Each case runs in a process of its own on
 * an empty workspace, so that figures and peak memory do not influence one another. Preparation (generating the data,
 * importing it) happens inside {@link #run(BenchContext)} and is not part of the value: the case takes the time itself.
 */
public interface BenchCase {

    BenchInfo info();

    /**
     * Prepares, measures and returns the figure.
     *
     * @throws org.towercrier.command.SkippedException
     *             when it cannot be measured here, with the reason
     * @throws Exception
     *             when it fails; shown as a failed case
     */
    BenchResult run(BenchContext context) throws Exception;
}
