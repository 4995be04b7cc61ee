/** Import profiles: how the columns of a table become attributes of the model. Reading, checking and writing them as YAML is the tabular bundle's. */
package org.towercrier.exchange.profile;
