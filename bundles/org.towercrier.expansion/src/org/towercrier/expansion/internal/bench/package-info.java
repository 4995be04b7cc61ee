/** How fast and how near to the best a plan of a large network is. */
package org.towercrier.expansion.internal.bench;
