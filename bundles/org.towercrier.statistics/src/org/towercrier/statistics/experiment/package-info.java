/** Experiments: power, tests of two arms, sample ratio, incremental return, Qini curves, verdicts. */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.statistics.experiment;
