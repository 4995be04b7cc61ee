/** How value and importance are distributed: concentration and importance-performance. */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.statistics.value;
