package org.towercrier.capacity.internal.detect;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.DetectionRequest;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.DetectionService;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiDocuments;
import org.towercrier.capacity.internal.rules.RuleSetsComponent;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Detection on the open workspace. */
@Component
public final class DetectionServiceComponent implements DetectionService {

    private final Store store;

    /** On a store. */
    @Activate
    public DetectionServiceComponent(@Reference Store store) {
        this.store = store;
    }

    @Override
    public DetectionResult detect(DetectionRequest request, Cancellation monitor) throws StoreException, RuleSetException {
        long begin = System.nanoTime();
        KpiBook kpis = new KpiDocuments(store.documents()).book();
        RuleProblems problems = new RuleProblems();
        List<Judge> judges = new RuleCompiler(kpis, problems).compile(request.ruleSet());
        if (problems.count() > 0) {
            throw RuleSetsComponent.failure(request.ruleSet().getName(), problems.in(Locale.getDefault()));
        }
        DetectionRun run = new DetectionRun(request.ruleSet().getName(), judges, kpis.measurements(), request.zone(), monitor);
        DetectionRun.Result result = store.read(sql -> run.run(sql, request.from(), request.to(), request.now()),
                new WithoutProgress(monitor));
        return new DetectionResult(request.ruleSet().getName(),
                judges.stream().map(judge -> judge.frame().id()).collect(Collectors.toSet()),
                result.from(), result.to(), result.episodes(), result.objects(), result.rows(),
                Duration.ofNanos(System.nanoTime() - begin), result.undecided());
    }

    /** The progress of a single statement is not that of the detection. */
    private record WithoutProgress(Cancellation monitor) implements Cancellation {

        @Override
        public boolean cancelled() {
            return monitor.cancelled();
        }

        @Override
        public Registration onCancel(Runnable stop) {
            return monitor.onCancel(stop);
        }
    }
}
