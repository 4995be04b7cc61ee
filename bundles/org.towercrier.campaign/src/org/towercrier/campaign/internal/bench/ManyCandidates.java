package org.towercrier.campaign.internal.bench;

import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Synthetic customers with consents and contacts, the same every time. */
final class ManyCandidates {

    private static final int CELLS = 5_000;

    private ManyCandidates() {
    }

    static void write(Store store, int customers) throws StoreException {
        store.write(tx -> {
            tx.sql().execute(
                    "insert into customer (id, age, household, \"homeCell\", \"workCell\", \"timeZone\", \"contactFrom\", \"contactUntil\","
                            + " churned, synthetic) select 'C' || (10000000 + i), cast(18 + i % 60 as integer), 'H' || (i // 3), 'cell-' || ((i * 7) % "
                            + CELLS
                            + "), case when i % 3 = 0 then null else 'cell-' || ((i * 13) % " + CELLS
                            + ") end, case i % 3 when 0 then 'Asia/Shanghai' when 1 then 'Europe/Berlin' else 'America/New_York' end, '08:00', '20:00', i % 50 = 0, true"
                            + " from range(" + customers + ") t(i)");
            tx.changed("customer");
            tx.sql().execute(
                    "insert into consent (customer, purpose, channel, state, changed) select 'C' || (10000000 + i), 'MARKETING', 'MESSAGE',"
                            + " case when i % 10 = 0 then 'WITHDRAWN' else 'GRANTED' end, timestamp '2026-01-01 00:00:00' from range("
                            + customers + ") t(i)");
            tx.changed("consent");
            tx.sql().execute(
                    "insert into contact (id, campaign, customer, channel, \"messageClass\", state, sent) select 'K' || i, 'other',"
                            + " 'C' || (10000000 + i * 5), 'MESSAGE', 'MARKETING', 'COMPLETED', timestamp '2026-05-20 10:00:00' from range("
                            + customers / 5
                            + ") t(i)");
            tx.changed("contact");
            tx.sql().execute(
                    "insert into audience_member (campaign, customer, frozen, arm, unit, offer, \"expectedValue\", qualifying) select 'bench',"
                            + " 'C' || (10000000 + i), timestamp '2026-05-31 08:00:00', case when i % 10 = 1 then 'CAMPAIGN_CONTROL' else 'TREATMENT' end, 'H' || (i // 3),"
                            + " 'pack', (i % 97) / 10.0, '{}' from range(" + customers + ") t(i)");
            tx.changed("audience_member");
            return null;
        });
    }
}
