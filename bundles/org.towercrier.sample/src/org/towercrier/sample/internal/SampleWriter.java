package org.towercrier.sample.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import org.towercrier.model.measurement.MeasurementPackage.Literals;
import org.towercrier.sample.SampleReport;
import org.towercrier.sample.SampleRequest;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Writes a whole sample city, table by table, always the same rows in the same order for the same request. */
final class SampleWriter {

    private static final int BATCH = 1;

    private final SampleRequest request;
    private final City city;

    SampleWriter(SampleRequest request) {
        this.request = request;
        this.city = new CityPlanner(request.seed()).plan(request.cells());
    }

    City city() {
        return city;
    }

    SampleReport write(Tables tables, Cancellation cancel) throws StoreException {
        long begun = System.nanoTime();
        Calendar calendar = new Calendar(request.seed(), request.days(), request.end(), city.venues());
        new NetworkWriter(city, request.seed(), request.end()).write(tables);
        int accessPoints = new AccessPointWriter(city, request.seed()).write(tables);
        double work = 1.0 * request.cells() * request.days() * Profile.SLOTS
                + 2.0 * request.customers() * (request.months() + 10) + 1;
        double perCell = 1.0 * request.days() * Profile.SLOTS / work;
        double perCustomer = 2.0 * (request.months() + 10) / work;
        long measurements = new MeasurementWriter(city, new Traffic(request.seed(), request.days(), calendar),
                calendar, request.days(), BATCH).write(tables, cancel, done -> cancel.progress(done * perCell));
        CustomerPlan plan = new CustomerPlan(city, request.seed(), request.customers(), request.end());
        new CustomerWriter(plan, cancel).write(tables);
        long facts = new FactsWriter(plan, request.months(), BATCH).write(tables, cancel,
                done -> cancel.progress(request.cells() * perCell + done * perCustomer));
        writeBatch(tables, measurements + facts);
        return new SampleReport(City.LABEL, city.districts().size(), city.sites().size(), city.cells().size(),
                measurements, accessPoints, request.customers(), facts, (System.nanoTime() - begun) / 1e9);
    }

    private void writeBatch(Tables tables, long rows) throws StoreException {
        Instant end = request.end().atStartOfDay().toInstant(ZoneOffset.UTC);
        try (Rows batch = new Rows(tables, Literals.IMPORT_BATCH)) {
            batch.set(Literals.IMPORT_BATCH__ID, BATCH).set(Literals.IMPORT_BATCH__TIME, end)
                    .set(Literals.IMPORT_BATCH__USER, "sample").set(Literals.IMPORT_BATCH__FORMAT, "sample")
                    .set(Literals.IMPORT_BATCH__FILES, 0).set(Literals.IMPORT_BATCH__REFUSED, 0)
                    .set(Literals.IMPORT_BATCH__ROWS, rows).set(Literals.IMPORT_BATCH__STORED, rows)
                    .set(Literals.IMPORT_BATCH__UNCHANGED, 0L).set(Literals.IMPORT_BATCH__QUARANTINED, 0L)
                    .set(Literals.IMPORT_BATCH__CONFLICTS, 0L).end();
        }
    }
}
