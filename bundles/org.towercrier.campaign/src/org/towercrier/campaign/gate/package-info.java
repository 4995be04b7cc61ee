/**
 * The gate between campaigns and customers as one pure function over columns: what is decided follows from what goes in and from nothing else, so that any moment can be
 * asked about again.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.campaign.gate;
