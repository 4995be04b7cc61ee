/** The topology of the network as one snapshot: compact enough for 100,000 cells on a map, checked for what does not fit. */
package org.towercrier.network;
