/** Import profiles: how the columns of a table become attributes of the model. */
package org.towercrier.exchange.profile;
