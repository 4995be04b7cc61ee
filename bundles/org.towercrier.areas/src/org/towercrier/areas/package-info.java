/**
 * What one area of the product may ask of another: interfaces and records, nothing else. An area offers an interface as a
 * service while a workspace is open; another binds it as an optional one and does without it where that area is not
 * installed.
 */
package org.towercrier.areas;
