package org.towercrier.capacity.internal.headroom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.areas.AreaException;
import org.towercrier.areas.CellHeadroom;
import org.towercrier.capacity.KpiException;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Headroom from the busy hours of the last seven measured days and from the list of alarms. */
@Component(service = CellHeadroom.class)
public final class CellHeadroomComponent implements CellHeadroom {

    /** Use of the downlink resource blocks in the busy hour that is taken as the ceiling in practice, in percent. */
    static final double LIMIT = 85;

    private static final String KPI = "prb-utilisation-dl";
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final Duration SAMPLE = Duration.ofMinutes(15);
    private static final int MOST_POINTS = 2_000_000;

    private final Store store;
    private final Kpis kpis;
    private final AlarmService alarms;

    @Activate
    public CellHeadroomComponent(@Reference Store store, @Reference Kpis kpis, @Reference AlarmService alarms) {
        this.store = Objects.requireNonNull(store, "store");
        this.kpis = Objects.requireNonNull(kpis, "kpis");
        this.alarms = Objects.requireNonNull(alarms, "alarms");
    }

    @Override
    public Map<String, Headroom> of(Collection<String> cells) throws AreaException {
        Set<String> asked = Set.copyOf(cells);
        try {
            Map<String, List<Kpis.Point>> loads = loads(asked);
            Map<String, List<Alarm>> up = up(asked);
            Set<String> known = new HashSet<>(loads.keySet());
            known.addAll(up.keySet());
            Map<String, Headroom> result = new HashMap<>();
            known.forEach(cell -> result.put(cell, headroom(cell, loads.getOrDefault(cell, List.of()), up.getOrDefault(cell, List.of()))));
            return result;
        } catch (StoreException | KpiException trouble) {
            throw new AreaException(trouble.getLocalizedMessage(), trouble);
        }
    }

    /** The load in each busy hour of the last days, by cell. */
    private Map<String, List<Kpis.Point>> loads(Set<String> cells) throws StoreException, KpiException {
        TableSchema samples = TableSchema.of(MeasurementPackage.eINSTANCE.getCellMeasurement());
        Field<Instant> newest = DSL.max(samples.field("start", Instant.class));
        Optional<Instant> last = store
                .read(sql -> Optional.ofNullable(sql.select(newest).from(samples.table()).fetchOne(0, Instant.class)));
        if (last.isEmpty()) {
            return Map.of();
        }
        Instant end = last.get().plus(SAMPLE);
        Kpis.Request request = new Kpis.Request(KPI, cells, Optional.of(end.minus(WINDOW)), Optional.of(end), Kpis.Step.BUSY_HOUR,
                Kpis.Grouping.CELL, ZoneId.systemDefault(), MOST_POINTS);
        return kpis.evaluate(request, Cancellation.none()).points().stream().filter(point -> point.value().isPresent())
                .collect(Collectors.groupingBy(Kpis.Point::group));
    }

    private Map<String, List<Alarm>> up(Set<String> cells) throws StoreException {
        AlarmFilter filter = cells.size() == 1 ? AlarmFilter.ACTIVE.ofCell(cells.iterator().next()) : AlarmFilter.ACTIVE;
        return alarms.summaries(filter).stream().filter(alarm -> alarm.cleared().isEmpty())
                .filter(alarm -> cells.isEmpty() || cells.contains(alarm.cell())).collect(Collectors.groupingBy(Alarm::cell));
    }

    private static Headroom headroom(String cell, List<Kpis.Point> loads, List<Alarm> up) {
        Optional<Double> load = loads.isEmpty() ? Optional.empty()
                : Optional.of(loads.stream().mapToDouble(point -> point.value().orElse(Double.NaN)).average().orElse(Double.NaN));
        Optional<LocalDate> day = loads.stream().map(Kpis.Point::start).max(Instant::compareTo)
                .map(start -> start.atZone(ZoneId.systemDefault()).toLocalDate());
        Optional<String> worst = up.stream().map(Alarm::severity).min(Severities.WORST_FIRST).map(severity -> severity.getLiteral());
        return new Headroom(cell, load, LIMIT, day, up.size(), worst);
    }
}
