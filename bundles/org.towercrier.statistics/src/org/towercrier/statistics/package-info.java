/**
 * Statistics as pure functions: numbers in, records out, formula sources in the Javadoc. Nothing here knows of a store, of services
 * or of the window.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.statistics;
