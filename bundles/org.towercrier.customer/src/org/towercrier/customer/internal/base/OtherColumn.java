package org.towercrier.customer.internal.base;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.customer.CriterionAttribute.Kind;

/**
 * A column that an imported table had beyond the model.
 *
 * @param type class of the rows that have it
 * @param key its header
 * @param kind what its values are, as far as they were looked at: text, number or date
 */
public record OtherColumn(EClass type, String key, Kind kind) {

    /** How criteria call it, {@code Customer.extra.SeniorCitizen}. */
    public String attribute() {
        return type.getName() + ".extra." + key;
    }
}
