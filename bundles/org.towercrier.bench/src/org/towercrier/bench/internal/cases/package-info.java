/** The cases of the network side. */
package org.towercrier.bench.internal.cases;
