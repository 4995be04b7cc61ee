/**
 * The sample city: an invented network with measurements, access points and customers that fit together, the same for
 * the same request, and marked as synthetic wherever it shows.
 */
package org.towercrier.sample;
