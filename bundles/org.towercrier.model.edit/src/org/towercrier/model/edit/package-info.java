/** Labels of the model in the languages of the product, and the adapters that editors of the model use. */
package org.towercrier.model.edit;
