/** The people of a cell, for the areas that look at cells. */
package org.towercrier.customer.internal.people;
