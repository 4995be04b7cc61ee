package org.towercrier.customer.internal.base;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.jooq.Field;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.privacy.Masking;
import org.towercrier.store.TableSchema;

/** Attributes as columns of the base of customers. */
public final class AttributeField {

    /** Months of a window when none is named. */
    public static final int USUAL_MONTHS = 3;

    private AttributeField() {
    }

    /** The column of an attribute, {@code Customer.age}, {@code Contract.type}, or the mean of three months of a fact; empty where none is kept ready. */
    public static Optional<Field<?>> of(String attribute) {
        int dot = attribute.indexOf('.');
        String owner = dot < 0 ? "Customer" : attribute.substring(0, dot);
        String own = attribute.substring(dot + 1);
        if (owner.equalsIgnoreCase(Literals.MONTHLY_FACTS.getName())) {
            Figure figure = new Figure(own, FactsAggregation.MEAN, USUAL_MONTHS);
            return CustomerBase.ready(figure) ? Optional.of(field(name(figure.column()), Double.class)) : Optional.empty();
        }
        if (owner.equalsIgnoreCase(Literals.SUBSCRIPTION.getName()) && own.equals("count")) {
            return Optional.of(field(name("products"), Integer.class));
        }
        for (EClass type : java.util.List.of(Literals.CUSTOMER, Literals.CONTRACT, Literals.TERMINAL, Literals.HOUSEHOLD,
                Literals.CORPORATE_GROUP)) {
            if (type.getName().equalsIgnoreCase(owner)) {
                // values make names of groups: nothing personal
                boolean personal = TableSchema.of(type).column(own).flatMap(TableSchema.Column::feature).filter(Masking::isPersonal)
                        .isPresent();
                return personal ? Optional.empty()
                        : CustomerBase.column(type, own).map(ready -> typed(ready, TableSchema.of(type).column(own).orElseThrow()));
            }
        }
        return Optional.empty();
    }

    /** A column of the base by its name with the type of an attribute. */
    public static Field<?> typed(String name, TableSchema.Column column) {
        return switch (column.type()) {
            case DOUBLE -> field(name(name), Double.class);
            case INTEGER -> field(name(name), Integer.class);
            case BIGINT -> field(name(name), Long.class);
            case BOOLEAN -> field(name(name), Boolean.class);
            case DATE -> field(name(name), LocalDate.class);
            default -> field(name(name), String.class);
        };
    }
}
