package org.towercrier.capacity.report.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.areas.CustomersOfCell;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.handover.HandOver;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.report.Report;
import org.towercrier.report.ReportKind;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Section;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/**
 * What the morning shift must know: what is new, what has cleared, what is worst, what is to come, what flaps, which alarms
 * belong together, and what the last shift wrote.
 *
 * <p>Unless it is told otherwise it covers the last 24 hours that are measured, up to the newest sample; where nothing is
 * measured, up to the newest change of an alarm. So it says the same as long as nothing new is known.
 */
@Component(service = ReportKind.class)
public final class MorningReport implements ReportKind {

    /** Name on the command line. */
    public static final String ID = "morning";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** A sample is named by its begin; periods are a quarter of an hour as a rule, and what it shows is seen at its end. */
    private static final Duration SAMPLE = Duration.ofMinutes(15);

    private final Store store;
    private final AlarmService alarms;
    private final Situations situations;
    private final HandOver handOver;
    private final Optional<CustomersOfCell> customers;

    @Activate
    public MorningReport(@Reference Store store, @Reference AlarmService alarms, @Reference Situations situations,
            @Reference HandOver handOver,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) CustomersOfCell customers) {
        this.store = Objects.requireNonNull(store, "store");
        this.alarms = Objects.requireNonNull(alarms, "alarms");
        this.situations = Objects.requireNonNull(situations, "situations");
        this.handOver = Objects.requireNonNull(handOver, "handOver");
        this.customers = Optional.ofNullable(customers);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label(Locale locale) {
        return new AlarmTexts(locale).text("Morning_Label");
    }

    @Override
    public Report compose(ReportRequest request) throws StoreException {
        AlarmTexts texts = new AlarmTexts(request.locale());
        List<Alarm> all = alarms.summaries(AlarmFilter.ALL);
        List<HandOver.Note> notes = handOver.notes();
        Instant until = request.until().isPresent() ? request.until().get() : newest(all).orElse(request.now());
        Shift shift = new Shift(all, request.since().orElse(until.minus(Shift.USUAL)), until);
        MorningSections parts = new MorningSections(shift, texts, request, CellLabels.read(store)::of);
        List<Situation> together = situations.list(false);
        List<HandOver.Note> told = told(notes, shift);
        List<Section> sections = new ArrayList<>(List.of(parts.overview(), parts.handOver(told), parts.worst(customers), parts.raised(),
                parts.cleared(), parts.forecasts(evidence(shift.forecasts())), parts.flapping()));
        if (!together.isEmpty()) {
            sections.add(parts.situations(together));
        }
        List<String> notices = all.stream().anyMatch(Alarm::synthetic) ? List.of(texts.text("Synthetic")) : List.of();
        String covered = texts.text("Morning_Covers", time(shift.since(), request.zone()), time(shift.until(), request.zone()));
        return new Report(texts.text("Morning_Title"), covered, notices, sections, figures(shift, together, told));
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** The newest sample; where nothing is measured, the newest change of an alarm. */
    private Optional<Instant> newest(List<Alarm> all) throws StoreException {
        TableSchema samples = TableSchema.of(MeasurementPackage.eINSTANCE.getCellMeasurement());
        Field<Instant> newest = DSL.max(samples.field("start", Instant.class));
        Optional<Instant> sample = store
                .read(sql -> Optional.ofNullable(sql.select(newest).from(samples.table()).fetchOne(0, Instant.class)));
        return sample.map(start -> start.plus(SAMPLE)).or(() -> all.stream().map(Alarm::changed).max(Comparator.naturalOrder()));
    }

    /** The notes since then; without any the newest one before, since nobody has replaced it. */
    private static List<HandOver.Note> told(List<HandOver.Note> notes, Shift shift) {
        List<HandOver.Note> recent = notes.stream().filter(note -> note.written().isAfter(shift.since())).toList();
        return recent.isEmpty() ? notes.stream().limit(1).toList() : recent;
    }

    /** The forecasts with their evidence, which the list leaves out. */
    private List<Alarm> evidence(List<Alarm> forecasts) throws StoreException {
        List<Alarm> whole = new ArrayList<>();
        for (Alarm alarm : forecasts.subList(0, Math.min(forecasts.size(), MorningSections.MOST))) {
            alarms.find(alarm.id()).ifPresent(whole::add);
        }
        return whole;
    }

    private static Map<String, Object> figures(Shift shift, List<Situation> situations, List<HandOver.Note> notes) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("since", shift.since());
        figures.put("until", shift.until());
        figures.put("raised", shift.raised().size());
        figures.put("cleared", shift.cleared().size());
        figures.put("active", shift.up().size());
        figures.put("bySeverity", AlarmsReport.counts(shift.up()));
        figures.put("forecasts", shift.forecasts().size());
        figures.put("flapping", shift.flapping().size());
        figures.put("situations", situations.size());
        figures.put("notes", notes.size());
        return figures;
    }
}
