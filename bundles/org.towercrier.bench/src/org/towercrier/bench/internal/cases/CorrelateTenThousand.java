package org.towercrier.bench.internal.cases;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.SituationScope;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.SampleService;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/**
 * Correlation of active alarms in a sample city: read, joined by sector, site, neighbourhood and area, and stored, none of it
 * being there before. The alarms come up within six hours, so that many are within an hour of one another.
 */
@Component
public final class CorrelateTenThousand implements BenchCase {

    private static final int ALARMS = 10_000;
    private static final int CELLS = 5_000;
    private static final int SEED = 1;
    private static final Duration SPREAD = Duration.ofHours(6);
    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

    @Override
    public BenchInfo info() {
        return new BenchInfo("correlate-10k-seconds", "10,000 active alarms joined into situations and stored", "s", Goal.atMost(1), false);
    }

    @Override
    public BenchResult run(BenchContext context) throws StoreException {
        int share = context.scale() == BenchScale.FULL ? 1 : 10;
        context.service(SampleService.class).replaceAll(SampleRequest.of(CELLS / share, 1, 0, SEED),
                Cancellations.of(context.monitor()));
        List<String> cells = cells(context.service(Store.class));
        Situations situations = context.service(Situations.class);
        situations.settings(apart());
        context.service(AlarmService.class).reconcile(alarms(cells, ALARMS / share));
        CorrelationSettings settings = CorrelationSettings.DEFAULT;
        long begun = System.nanoTime();
        situations.settings(settings);
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<Situation> found = situations.list(false);
        NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.ROOT);
        return new BenchResult(seconds, numbers.format(ALARMS / share) + " alarms of " + numbers.format(cells.size()) + " cells, "
                + numbers.format(found.size()) + " situations with "
                + numbers.format(found.stream().mapToInt(each -> each.members().size()).sum()) + " alarms");
    }

    /** Settings by which nothing is joined, so that the timed run has everything to do. */
    private static CorrelationSettings apart() {
        return new CorrelationSettings(Duration.ZERO, 0, Integer.MAX_VALUE, Set.of(SituationScope.AREA));
    }

    private static List<String> cells(Store store) throws StoreException {
        TableSchema cell = TableSchema.of(NetworkPackage.eINSTANCE.getCell());
        List<String> ids = store.read(sql -> sql.select(cell.field("id", String.class)).from(cell.table()).fetch(row -> row.value1()));
        return ids.stream().sorted().toList();
    }

    private static DetectionResult alarms(List<String> cells, int count) {
        Random random = new Random(SEED);
        List<AlarmEpisode> episodes = new ArrayList<>();
        Set<String> rules = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            String cell = cells.get(i % cells.size());
            String rule = "rule-" + i / cells.size();
            rules.add(rule);
            Instant raised = BEGIN.plusSeconds(random.nextLong(SPREAD.toSeconds()));
            PerceivedSeverity severity = PerceivedSeverity.get(random.nextInt(4));
            Evidence evidence = new Evidence(rule, "", "", BEGIN, BEGIN, Optional.empty(), List.of(), List.of(), List.of());
            episodes.add(new AlarmEpisode(cell, cell, AlarmKind.DENSE_LOAD, AlarmType.QUALITY_OF_SERVICE_ALARM, "thresholdCrossed", rule,
                    "bench", rule, raised, List.of(new SeverityChange(raised, severity)), Optional.empty(), evidence));
        }
        return new DetectionResult("bench", rules, BEGIN, BEGIN.plus(SPREAD), episodes, cells.size(), count, Duration.ZERO, Map.of());
    }
}
