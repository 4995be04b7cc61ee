package org.towercrier.capacity.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.towercrier.capacity.internal.series.SeriesBuilder.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.DetectionRequest;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.internal.kpi.ShippedModels;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.Scope;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.network.Technology;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreCancelledException;

/** Detection over what is stored. */
class DetectionOnStoreTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private TemporaryStore temporary;

    @BeforeEach
    void open() throws Exception {
        temporary = TestStores.temporary(MeasurementPackage.eINSTANCE, NetworkPackage.eINSTANCE);
    }

    @AfterEach
    void close() throws Exception {
        temporary.close();
    }

    /** Five weeks of a small network: dense cells, peaks, gaps, suspect samples, bad access, two lengths of samples. */
    private static StoredSamples network() {
        StoredSamples samples = new StoredSamples();
        Random random = new Random(11);
        for (int object = 1; object <= 8; object++) {
            samples.object(object, "object-" + object, object == 8 ? null : "cell-" + object);
            samples.cell("cell-" + object, object % 2 == 0 ? "LTE_TDD" : "LTE_FDD", "north");
            int period = object == 3 ? 3600 : 900;
            for (long second = 0; second < Duration.ofDays(35).toSeconds(); second += period) {
                boolean gap = object == 4 && second > 900_000 && second < 1_000_000;
                if (!gap) {
                    samples.sample(object, MONDAY.plusSeconds(second), period, random.nextInt(500) == 0,
                            sample(random, object, second, period));
                }
            }
        }
        return samples;
    }

    private static Map<String, Double> sample(Random random, int object, long second, int period) {
        double hour = second / 3600.0;
        double load = 0.2 + 0.15 * Math.sin((hour - 6) / 24 * 2 * Math.PI) + 0.015 * random.nextGaussian();
        load += object <= 2 ? 0.45 : 0;
        load += object >= 5 && second / 900 % 700 < 3 ? 0.6 : 0;
        double scale = period / 3600.0;
        Map<String, Double> values = new HashMap<>();
        values.put("RRU.PrbTotDl", Math.floor(Math.min(100, Math.max(0, 100 * load))));
        values.put("RRU.PrbTotUl", Math.floor(Math.min(100, Math.max(0, 60 * load))));
        values.put("DRB.MeanActiveUeDl", 60 * load);
        values.put("DRB.PdcpSduVolumeDL", 6 * 8000 * load * scale);
        values.put("DRB.PdcpSduVolumeUL", 0.5 * 8000 * load * scale);
        values.put("ERAB.EstabInitSuccNbr", Math.floor(8000 * scale));
        values.put("ERAB.RelActNbr", Math.floor((object == 6 ? 400 : 20) * scale));
        return values;
    }

    private DetectionResult detect(RuleSet rules) throws Exception {
        return new DetectionServiceComponent(temporary.store()).detect(DetectionRequest.of(rules).in(SHANGHAI), Cancellation.none());
    }

    private static RuleSet chinaMobile() {
        return ShippedModels.load("china-mobile-td-lte", RuleSet.class);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() throws Exception {
        StoredSamples samples = network();
        samples.store(temporary.store(), 1);
        DetectionResult inOrder = detect(chinaMobile());
        close();

        open();
        Collections.shuffle(samples.samples(), new Random(3));
        samples.store(temporary.store(), 7);
        DetectionResult shuffled = detect(chinaMobile());

        assertEquals(Set.of(AlarmKind.DENSE_LOAD, AlarmKind.INTERMITTENT_PEAK, AlarmKind.NO_DATA, AlarmKind.QUALITY_DEGRADATION),
                inOrder.byKind().keySet());
        assertEquals(inOrder.episodes(), shuffled.episodes());
        assertEquals(inOrder.undecided(), shuffled.undecided());
        assertEquals(samples.samples().size(), inOrder.rowsRead());
        assertEquals(8, inOrder.objects());
    }

    @Test
    void aCellOfWhichNoRuleKnowsACounterIsMissedAllTheSame() throws Exception {
        StoredSamples samples = new StoredSamples();
        for (int object = 1; object <= 3; object++) {
            samples.object(object, object == 3 ? "ManagedElement=7,Port=1" : "Cell_" + object, null);
            for (int hour = 0; hour < 72; hour++) {
                if (object == 1 || hour < 20 || hour >= 26) {
                    samples.sample(object, MONDAY.plusSeconds(hour * 3600L), 3600, false, Map.of("VALUE", 1.0 * hour));
                }
            }
        }
        samples.store(temporary.store(), 1);
        DetectionResult result = detect(chinaMobile());
        assertEquals(Map.of(AlarmKind.NO_DATA, result.episodes().size()), result.byKind());
        AlarmEpisode missed = result.episodes().stream().filter(each -> each.objectInstance().equals("Cell_2")).findFirst().orElseThrow();
        assertEquals(MONDAY.plusSeconds(24 * 3600L), missed.raised());
        assertEquals(0, result.episodes().stream().filter(each -> each.objectInstance().equals("Cell_1")).count());
    }

    /** Two cells of one sector that grow together, one alone that does, one that does not; six weeks. */
    private static StoredSamples growing() {
        StoredSamples samples = new StoredSamples();
        Random random = new Random(4);
        for (int object = 1; object <= 4; object++) {
            samples.object(object, "object-" + object, "cell-" + object);
            samples.cell("cell-" + object, "LTE_FDD", "north", object <= 2 ? "site-1/1" : null);
            for (int day = 0; day < 42; day++) {
                double peak = (object == 4 ? 55 : 50 + 0.3 * day) + 2 * random.nextDouble() - (day % 7 >= 5 ? 6 : 0);
                for (int hour = 0; hour < 24; hour++) {
                    double load = hour == 20 ? peak : peak / 2;
                    samples.sample(object, MONDAY.plusSeconds((day * 24 + hour) * 3600L), 3600, false,
                            Map.of("RRU.PrbTotDl", load, "DRB.PdcpSduVolumeDL", 80 * load));
                }
            }
        }
        return samples;
    }

    @Test
    void exhaustionIsForeseenForCellsAndPhysicalSectorsInWhateverOrderSamplesCame() throws Exception {
        StoredSamples samples = growing();
        samples.store(temporary.store(), 1);
        DetectionResult inOrder = detect(chinaMobile());
        close();

        open();
        Collections.shuffle(samples.samples(), new Random(3));
        samples.store(temporary.store(), 5);

        assertEquals(Set.of("object-1", "object-2", "object-3", "site-1/1"), objects(inOrder, AlarmKind.EXHAUSTION_FORECAST));
        assertEquals(inOrder.episodes(), detect(chinaMobile()).episodes());
        AlarmEpisode sector = inOrder.episodes().stream().filter(episode -> episode.objectInstance().equals("site-1/1")).findFirst()
                .orElseThrow();
        assertEquals("cell-1", sector.cell());
        assertEquals(Set.of("exhaustion-dl"), Set.of(sector.rule()));
    }

    @Test
    void eachTroubleIsFoundWhereItIs() throws Exception {
        network().store(temporary.store(), 3);
        DetectionResult result = detect(chinaMobile());

        assertEquals(Set.of("object-1", "object-2"), objects(result, AlarmKind.DENSE_LOAD));
        assertEquals(Set.of("object-4"), objects(result, AlarmKind.NO_DATA));
        assertEquals(Set.of("object-6"), objects(result, AlarmKind.QUALITY_DEGRADATION));
        assertEquals(Set.of("object-5", "object-6", "object-7", "object-8"), objects(result, AlarmKind.INTERMITTENT_PEAK));
        assertEquals(8, result.undecided().get("accessibility"), "the counters of accessibility are not measured");
        assertEquals(Set.of("object-8"), result.episodes().stream().map(AlarmEpisode::cell).filter(cell -> cell.startsWith("object"))
                .collect(Collectors.toSet()), "no cell has adopted object 8");
    }

    private static Set<String> objects(DetectionResult result, AlarmKind kind) {
        return result.episodes().stream().filter(episode -> episode.kind() == kind).map(AlarmEpisode::objectInstance)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aScopeKeepsOthersOut() throws Exception {
        network().store(temporary.store(), 1);
        RuleSet rules = chinaMobile();
        rules.getRules().forEach(rule -> {
            Scope scope = AlarmFactory.eINSTANCE.createScope();
            scope.getTechnologies().add(Technology.LTE_TDD);
            scope.getRegions().add("north");
            rule.setScope(scope);
        });

        assertEquals(Set.of("object-2"), objects(detect(rules), AlarmKind.DENSE_LOAD));
        rules.getRules().getFirst().getScope().getRegions().set(0, "south");
        assertEquals(Set.of(), objects(detect(rules), AlarmKind.DENSE_LOAD));
    }

    @Test
    void aLaterPeriodIsJudgedWithWhatWentBefore() throws Exception {
        network().store(temporary.store(), 1);
        Instant from = MONDAY.plus(Duration.ofDays(34));
        DetectionResult all = detect(chinaMobile());
        DetectionResult last = new DetectionServiceComponent(temporary.store())
                .detect(DetectionRequest.of(chinaMobile()).in(SHANGHAI).between(Optional.of(from), Optional.empty()), Cancellation.none());

        assertEquals(objects(all, AlarmKind.DENSE_LOAD), objects(last, AlarmKind.DENSE_LOAD), "they still last");
        assertEquals(from, last.from());
        assertEquals(Set.of(), objects(last, AlarmKind.NO_DATA), "that was over long before");
    }

    @Test
    void anObjectThatFellSilentBeforeThePeriodIsStillSilent() throws Exception {
        StoredSamples samples = new StoredSamples().object(1, "talks", null).object(2, "fell-silent", null);
        for (int hour = 0; hour < 24 * 90; hour++) {
            samples.sample(1, MONDAY.plus(Duration.ofHours(hour)), 3600, false, Map.of("RRU.PrbTotDl", 1.0));
            if (hour < 24) {
                samples.sample(2, MONDAY.plus(Duration.ofHours(hour)), 3600, false, Map.of("RRU.PrbTotDl", 1.0));
            }
        }
        samples.store(temporary.store(), 1);
        DetectionResult result = new DetectionServiceComponent(temporary.store()).detect(
                DetectionRequest.of(chinaMobile()).between(Optional.of(MONDAY.plus(Duration.ofDays(80))), Optional.empty()),
                Cancellation.none());

        AlarmEpisode episode = result.episodes().getFirst();
        assertEquals("fell-silent", episode.objectInstance());
        assertEquals(MONDAY.plus(Duration.ofHours(28)), episode.raised());
    }

    @Test
    void ruleSetsWithErrorsAreRefusedWithAllOfThem() {
        RuleSet rules = chinaMobile();
        rules.getRules().get(1).setId("dense-load");
        rules.getRules().get(2).setTriggerCount(0);
        RuleSetException refused = assertThrows(RuleSetException.class, () -> detect(rules));
        assertEquals(2, refused.problems().size());
    }

    @Test
    void anEmptyStoreHasNoTrouble() throws Exception {
        DetectionResult result = detect(chinaMobile());
        assertEquals(List.of(), result.episodes());
        assertEquals(0, result.rowsRead());
    }

    @Test
    void aCancelStopsIt() throws Exception {
        network().store(temporary.store(), 1);
        CancelSwitch cancel = new CancelSwitch();
        cancel.cancel();
        assertThrows(StoreCancelledException.class,
                () -> new DetectionServiceComponent(temporary.store()).detect(DetectionRequest.of(chinaMobile()), cancel));
    }

    @Test
    void progressRunsFromNothingToEverything() throws Exception {
        network().store(temporary.store(), 1);
        List<Double> fractions = new ArrayList<>();
        Cancellation monitor = new Cancellation() {

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public Registration onCancel(Runnable stop) {
                return () -> {};
            }

            @Override
            public void progress(double fraction) {
                fractions.add(fraction);
            }
        };
        new DetectionServiceComponent(temporary.store()).detect(DetectionRequest.of(chinaMobile()), monitor);
        assertEquals(1.0, fractions.getLast());
        assertEquals(fractions.stream().sorted().toList(), fractions);
    }
}
