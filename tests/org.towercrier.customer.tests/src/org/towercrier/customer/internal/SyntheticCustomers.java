package org.towercrier.customer.internal;

import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.ModelPackages;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Customers made by arithmetic alone, the same every time: what a number says can be counted by hand. */
public final class SyntheticCustomers {

    private SyntheticCustomers() {
    }

    /** An empty store. */
    public static TemporaryStore store() throws Exception {
        return TestStores.temporary(ModelPackages.all().toArray(org.eclipse.emf.ecore.EPackage[]::new));
    }

    /** Fills a store with customers and some months of facts up to June 2024; every 97th spend is blank. */
    public static void fill(Store store, int customers, int months) throws StoreException {
        store.write(tx -> {
            tx.sql().execute(
                    "insert into customer (id, gender, age, occupation, region, \"competitiveArea\", tenure, churned, household, phone, name)"
                            + " select 'c' || i, case when i % 2 = 0 then 'FEMALE' else 'MALE' end, cast(18 + i % 60 as integer),"
                            + " case i % 5 when 0 then 'student' when 1 then 'teacher' when 2 then 'driver' else 'clerk' end, 'R' || (i % 20), i % 3 = 0, i % 72, i % 11 = 0,"
                            + " case when i % 4 < 2 then 'h' || (i // 4) end, '1380' || i, 'Name ' || i from range(" + customers
                            + ") t(i)");
            tx.sql().execute(
                    "insert into monthly_facts (customer, \"month\", spend, \"voiceMinutes\", \"dataVolume\", messages, complaints, payments)"
                            + " select 'c' || i, date '2024-06-01' - to_months(cast(m as integer)), case when i % 97 = 0 then null else 10 + i % 90 + m end, (i * 7) % 500,"
                            + " case when i % 10 = 0 then null else (i * 13) % 4000 - 40 * m end, i % 30, case when i % 50 = 0 then 1 else 0 end, 10 + i % 90"
                            + " from range(" + customers + ") t(i), range(" + months + ") u(m)");
            tx.sql().execute(
                    "insert into contract (id, customer, type, \"start\", \"end\") select 'k' || i, 'c' || i, case when i % 3 = 0 then 'monthly' else 'two years' end,"
                            + " date '2022-01-01', date '2024-06-01' + cast(i % 400 as integer) from range(" + customers + ") t(i)");
            return null;
        });
    }
}
