package org.towercrier.bench.internal.cases;

import java.text.NumberFormat;
import java.util.Locale;
import org.towercrier.capacity.DetectionRequest;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.DetectionService;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.SampleService;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Times a whole detection with the default rules over a sample city. */
final class Detection {

    private static final int SEED = 1;

    private Detection() {
    }

    static BenchResult measure(BenchContext context, int cells, int days) throws StoreException, RuleSetException {
        Cancellation cancel = Cancellations.of(context.monitor());
        context.service(SampleService.class).replaceAll(SampleRequest.of(cells, days, 0, SEED), cancel);
        RuleSets ruleSets = context.service(RuleSets.class);
        DetectionRequest request = DetectionRequest.of(ruleSets.active());
        DetectionService detection = context.service(DetectionService.class);
        long begun = System.nanoTime();
        DetectionResult result = detection.detect(request, cancel);
        double seconds = (System.nanoTime() - begun) / 1e9;
        NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.ROOT);
        return new BenchResult(seconds, numbers.format(cells) + " cells x " + days + " days, "
                + numbers.format(result.rowsRead()) + " rows read, " + numbers.format(result.episodes().size())
                + " alarms");
    }
}
