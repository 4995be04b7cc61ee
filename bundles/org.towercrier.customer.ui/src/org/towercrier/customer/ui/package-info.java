/** What other bundles add to the views of customers: sections of the page of a customer. */
package org.towercrier.customer.ui;
