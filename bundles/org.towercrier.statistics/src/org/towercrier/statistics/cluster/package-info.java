/** Groups found in data: k-means with stable labels, silhouette, agreement of two groupings. */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.statistics.cluster;
