package org.towercrier.capacity.internal.simulation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.DetectionRequest;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.RuleLogStep;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.internal.detect.DetectionServiceComponent;
import org.towercrier.capacity.internal.rules.RuleLogTable;
import org.towercrier.capacity.internal.rules.RuleSetsComponent;
import org.towercrier.capacity.simulation.Replay;
import org.towercrier.capacity.simulation.SimulationRequest;
import org.towercrier.capacity.simulation.SimulationResult;
import org.towercrier.capacity.simulation.Simulator;
import org.towercrier.model.alarm.RuleAction;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Simulations on the open workspace: detection with both rule sets over the same samples, read once. */
@Component
public final class SimulatorComponent implements Simulator {

    private final Store store;
    private final RuleSets ruleSets;
    private final DetectionServiceComponent detection;
    private final RuleLogTable log;
    private final Clock clock;

    /** On a store. */
    @Activate
    public SimulatorComponent(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    /** With a clock of the caller's. */
    SimulatorComponent(Store store, Clock clock) {
        this.store = store;
        this.ruleSets = new RuleSetsComponent(store);
        this.detection = new DetectionServiceComponent(store);
        this.log = new RuleLogTable(store);
        this.clock = clock;
    }

    @Override
    public SimulationResult simulate(SimulationRequest request, Cancellation monitor) throws StoreException, RuleSetException {
        RuleSet candidate = request.candidate();
        RuleSet reference = request.reference().isPresent() ? request.reference().get() : ruleSets.active();
        DetectionRequest period = DetectionRequest.of(candidate).between(request.from(), request.to()).in(request.zone());
        List<DetectionResult> found = detection.replay(period, List.of(reference, candidate), monitor);
        DetectionResult one = found.getFirst();
        ReplayFigures figures = new ReplayFigures(one.from(), one.to(), request.flapWindow());
        Replay before = figures.of(one, ruleSets.digest(reference));
        Replay after = figures.of(found.getLast(), ruleSets.digest(candidate));
        // What was read of the time before the period is not what was asked for.
        boolean measured = store.read(sql -> measured(sql, one.from(), one.to()));
        SimulationResult result = new Comparison(before, after, request.zone()).result(one, measured ? one.rowsRead() : 0);
        if (result.rowsRead() > 0) {
            log.append(new RuleLogStep(candidate.getName(), after.digest(), RuleAction.SIMULATED, clock.instant(), request.user(),
                    Optional.of(result.from()), Optional.of(result.to()), result.changes().toString()));
        }
        return result;
    }

    /** Whether there is any sample within a period. */
    private static boolean measured(DSLContext sql, Instant from, Instant to) {
        return Stream.of(MeasurementPackage.eINSTANCE.getCellMeasurement(), MeasurementPackage.eINSTANCE.getCounterValue())
                .map(type -> TableSchema.of(type).table()).anyMatch(table -> {
                    Field<Instant> start = table.field("start", Instant.class);
                    return sql.fetchExists(sql.selectOne().from(table).where(start.ge(from)).and(start.lt(to)));
                });
    }
}
