package org.towercrier.sample.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.Checks;
import org.towercrier.sample.SampleRequest;

/** The sample city is the same on every machine. */
@Component
public final class SampleChecks implements Checks {

    /** Fingerprint of {@link #REQUEST}; it changes only when the sample itself is changed on purpose. */
    static final String FINGERPRINT = "e1d8ac99f895283c";
    static final SampleRequest REQUEST = SampleRequest.of(120, 3, 300, 1);

    @Override
    public List<Check> checks() {
        return List.of(Check.text("sample.same-everywhere",
                "fingerprint of the sample city with 120 cells, 3 days and 300 customers", "recorded with this build",
                FINGERPRINT, context -> DigestTables.of(REQUEST)));
    }
}
