package org.towercrier.customer.internal.link;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.exchange.ImportCompletion;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/**
 * Links what an import brought about customers: customers, households and groups that are only mentioned come into being, groups are counted, and homes and places of
 * work find their cells by identity, by name or by position.
 */
@Component(service = ImportCompletion.class)
public final class CustomerLinks implements ImportCompletion {

    /** Members from which a group is a group network. */
    public static final int GROUP_NETWORK = 11;

    private static final Set<EClass> MENTIONING = Set.of(Literals.MONTHLY_FACTS, Literals.SURVEY_ANSWER, Literals.SUBSCRIPTION,
            Literals.PRODUCT_USE, Literals.CONSENT);

    @Activate
    public CustomerLinks() {
        // DS wants a constructor it can call
    }

    @Override
    public void complete(Transaction tx, Set<EClass> classes, Consumer<String> warn) throws StoreException {
        for (EClass mentioning : MENTIONING) {
            if (classes.contains(mentioning)) {
                mention(tx.sql(), mentioning, (EReference) mentioning.getEStructuralFeature("customer"), Literals.CUSTOMER);
            }
        }
        boolean customers = classes.contains(Literals.CUSTOMER);
        if (customers) {
            mention(tx.sql(), Literals.CUSTOMER, Literals.CUSTOMER__HOUSEHOLD, Literals.HOUSEHOLD);
            mention(tx.sql(), Literals.CUSTOMER, Literals.CUSTOMER__GROUP, Literals.CORPORATE_GROUP);
        }
        if (customers || classes.contains(Literals.CORPORATE_GROUP)) {
            countMembers(tx.sql());
        }
        if (customers || classes.contains(NetworkPackage.Literals.CELL)) {
            for (EReference place : List.of(Literals.CUSTOMER__HOME_CELL, Literals.CUSTOMER__WORK_CELL)) {
                byName(tx.sql(), place);
            }
            long placed = new CellsByPosition(tx).place();
            if (placed > 0) {
                warn.accept(CustomerMessages.text("Link_ByPosition", placed));
            }
        }
    }

    /** Rows for things that are mentioned and not there. */
    private static void mention(DSLContext sql, EClass from, EReference by, EClass type) {
        TableSchema mentioning = TableSchema.of(from);
        TableSchema known = TableSchema.of(type);
        Field<String> reference = mentioning.field(by.getName(), String.class);
        Table<Record> all = known.table();
        Field<String> id = known.field("id", String.class);
        sql.insertInto(all, id)
                .select(selectDistinct(reference).from(mentioning.table()).where(reference.isNotNull())
                        .and(notExists(selectOne().from(all.as("k")).where(known.field(all.as("k"), "id", String.class).eq(reference)))))
                .execute();
    }

    /** Groups whose source does not count their members; a group network has at least eleven. */
    private static void countMembers(DSLContext sql) {
        TableSchema groups = TableSchema.of(Literals.CORPORATE_GROUP);
        TableSchema customers = TableSchema.of(Literals.CUSTOMER);
        Field<Integer> members = groups.field("members", Integer.class);
        Field<String> id = groups.field("id", String.class);
        Field<String> group = customers.field("group", String.class);
        Field<Integer> counted = select(count().cast(Integer.class)).from(customers.table()).where(group.eq(id)).asField();
        sql.update(groups.table()).set(members, counted).where(members.isNull())
                .and(id.in(selectDistinct(group).from(customers.table()).where(group.isNotNull()))).execute();
        Field<Boolean> network = groups.field("groupNetwork", Boolean.class);
        sql.update(groups.table()).set(network, org.jooq.impl.DSL.field(members.ge(GROUP_NETWORK))).where(network.isNull())
                .and(members.isNotNull()).execute();
    }

    /** A cell may be written by its name; a name that several cells carry says nothing. */
    private static void byName(DSLContext sql, EReference place) {
        TableSchema customers = TableSchema.of(Literals.CUSTOMER);
        TableSchema cells = TableSchema.of(NetworkPackage.Literals.CELL);
        Field<String> written = customers.field(place.getName(), String.class);
        Field<String> id = cells.field("id", String.class);
        Field<String> name = cells.field("name", String.class);
        Table<?> unique = select(name.as("name"), min(id).as("id")).from(cells.table()).where(name.isNotNull()).groupBy(name)
                .having(min(id).eq(max(id))).asTable("u");
        Field<String> found = select(unique.field("id", String.class)).from(unique).where(unique.field("name", String.class).eq(written))
                .asField();
        sql.update(customers.table()).set(written, found).where(written.isNotNull())
                .and(written.notIn(select(id).from(cells.table())))
                .and(written.in(select(unique.field("name", String.class)).from(unique))).execute();
    }
}
