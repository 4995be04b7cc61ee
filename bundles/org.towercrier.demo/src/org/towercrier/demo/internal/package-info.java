/** The demonstration: the sample city through every analysis. */
package org.towercrier.demo.internal;
