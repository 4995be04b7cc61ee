package org.towercrier.sample.internal;

import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.sample.SampleAddition;
import org.towercrier.sample.SampleReport;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.SampleService;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** The sample city in the open store. */
@Component
public final class SampleStore implements SampleService {

    private static final List<EClass> IMPORTED = List.of(NetworkPackage.Literals.CELL, NetworkPackage.Literals.SITE,
            MeasurementPackage.Literals.CELL_MEASUREMENT, MeasurementPackage.Literals.COUNTER_VALUE,
            CustomerPackage.Literals.CUSTOMER);

    private final Store store;

    /** What the other areas bring. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<SampleAddition> additions = List.of();

    @Activate
    public SampleStore(@Reference Store store) {
        this.store = store;
    }

    @Override
    public boolean hasData() throws StoreException {
        store.ensure(ModelPackages.stored());
        return store.read(sql -> IMPORTED.stream()
                .anyMatch(type -> sql.fetchExists(sql.selectOne().from(TableSchema.of(type).table()).limit(1))));
    }

    @Override
    public boolean onlySynthetic() throws StoreException {
        store.ensure(ModelPackages.stored());
        TableSchema cells = TableSchema.of(NetworkPackage.Literals.CELL);
        TableSchema customers = TableSchema.of(CustomerPackage.Literals.CUSTOMER);
        return store.read(sql -> !sql.fetchExists(sql.selectOne().from(cells.table()).where(real(cells)))
                && !sql.fetchExists(sql.selectOne().from(customers.table()).where(real(customers))));
    }

    private static Condition real(TableSchema schema) {
        return DSL.coalesce(schema.field("synthetic", Boolean.class), DSL.inline(false)).isFalse();
    }

    @Override
    public SampleReport replaceAll(SampleRequest request, Cancellation cancel) throws StoreException {
        long begun = System.nanoTime();
        store.ensure(ModelPackages.stored());
        SampleWriter writer = new SampleWriter(request);
        SampleReport report = store.write(transaction -> {
            empty(transaction);
            return writer.write(transaction::insert, cancel);
        }, cancel);
        for (SampleAddition each : additions.stream().sorted(Comparator.comparingInt(SampleAddition::order)).toList()) {
            each.add(request, cancel);
        }
        return report.took((System.nanoTime() - begun) / 1e9);
    }

    private static void empty(Transaction transaction) {
        for (EClass type : ModelPackages.stored()) {
            transaction.sql().deleteFrom(TableSchema.of(type).table()).execute();
        }
    }
}
