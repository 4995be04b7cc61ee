package org.towercrier.store.conformance;

import org.junit.jupiter.api.Nested;
import org.towercrier.store.StoreEngine;
import org.towercrier.store.duckdb.DuckDbEngine;

/** The conformance suite on DuckDB. */
class DuckDbConformanceTest {

    /** The engine. */
    interface OnDuckDb extends EngineUnderTest {

        @Override
        default StoreEngine engine() {
            return new DuckDbEngine();
        }
    }

    @Nested
    class Schema extends SchemaConformance implements OnDuckDb {
    }

    @Nested
    class Layouts extends LayoutConformance implements OnDuckDb {
    }

    @Nested
    class Transactions extends TransactionConformance implements OnDuckDb {
    }

    @Nested
    class DocumentVersions extends DocumentConformance implements OnDuckDb {
    }

    @Nested
    class Reliability extends ReliabilityConformance implements OnDuckDb {
    }

    @Nested
    class Merging extends MergeConformance implements OnDuckDb {
    }
}
