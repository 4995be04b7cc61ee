/** Telling two kinds of things apart, and how well that is done. */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.statistics.classify;
