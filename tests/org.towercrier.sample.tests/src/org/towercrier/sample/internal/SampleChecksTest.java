package org.towercrier.sample.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.towercrier.sample.SampleRequest;
import org.towercrier.store.StoreException;

class SampleChecksTest {

    @Test
    void theSampleCityIsTheRecordedOne() throws StoreException {
        assertEquals(SampleChecks.FINGERPRINT, DigestTables.of(SampleChecks.REQUEST));
    }

    @Test
    void theFingerprintTellsCitiesApart() throws StoreException {
        assertNotEquals(DigestTables.of(SampleRequest.of(20, 1, 10, 1)), DigestTables.of(SampleRequest.of(20, 1, 10, 2)));
    }
}
