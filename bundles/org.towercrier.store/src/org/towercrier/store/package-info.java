/** Storage. */
package org.towercrier.store;
