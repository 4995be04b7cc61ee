/**
 * Customers: what they are worth, how they behave, how loyal they are, how they move between groups and when they leave.
 *
 * <p>Everything is computed from what is stored by statements over sets, never customer by customer, so that it holds for
 * millions. Personal attributes leave this package masked.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.customer;
