/** Performance figures about customers. */
package org.towercrier.customer.internal.bench;
