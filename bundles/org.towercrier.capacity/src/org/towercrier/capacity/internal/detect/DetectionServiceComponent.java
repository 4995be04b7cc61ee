package org.towercrier.capacity.internal.detect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
import org.towercrier.model.alarm.RuleSet;
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
        return replay(request, List.of(request.ruleSet()), monitor).getFirst();
    }

    /**
     * Detects with several rule sets over the same samples, read once and from the same begin on.
     *
     * @param request the period; its own rule set is not looked at
     * @return one result for each rule set
     */
    public List<DetectionResult> replay(DetectionRequest request, List<RuleSet> ruleSets, Cancellation monitor)
            throws StoreException, RuleSetException {
        long begin = System.nanoTime();
        KpiBook kpis = new KpiDocuments(store.documents()).book();
        List<RulePlan> plans = new ArrayList<>();
        List<RuleProblems> problems = new ArrayList<>();
        for (RuleSet set : ruleSets) {
            RuleProblems own = new RuleProblems();
            RuleCompiler compiler = new RuleCompiler(kpis, own);
            compiler.compile(set);
            refuse(set, own);
            problems.add(own);
            plans.add(new RulePlan(set, compiler));
        }
        DetectionRun run = new DetectionRun(plans, kpis.measurements(), request.zone(), monitor);
        DetectionRun.Result result = store.read(sql -> run.run(sql, request.from(), request.to(), request.now()),
                new WithoutProgress(monitor));
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        List<DetectionResult> results = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            // Overrides that are sound each by itself may not be so together, which shows at the cells that have both.
            refuse(ruleSets.get(i), problems.get(i));
            DetectionRun.Found found = result.found().get(i);
            results.add(new DetectionResult(ruleSets.get(i).getName(), plans.get(i).rules(), result.from(), result.to(), found.episodes(),
                    result.objects(), result.rows(), duration, found.undecided()));
        }
        return results;
    }

    private static void refuse(RuleSet set, RuleProblems problems) throws RuleSetException {
        if (problems.count() > 0) {
            throw RuleSetsComponent.failure(set.getName(), problems.in(Locale.getDefault()));
        }
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
