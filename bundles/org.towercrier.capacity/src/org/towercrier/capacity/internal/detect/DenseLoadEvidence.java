package org.towercrier.capacity.internal.detect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Reading;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.Traffic;

/** Why a dense-load alarm is up: the busy hours with their figures, and the arithmetic of the day that raised it. */
final class DenseLoadEvidence {

    private static final int SECONDS = 3600;
    /** How many days after the one that raised are shown. */
    private static final int AFTER = 14;
    private static final String USERS = "users-with-data";
    private static final List<String> ACTIVE_USERS = List.of("DRB.MeanActiveUeDl", "DRB.MeanActiveUeUl");
    private static final String CONNECTED_USERS = "RRC.ConnMean";

    private final DenseLoadJudge judge;
    private final CellSeries series;
    private final Traffic traffic;
    private final List<DayLoad> loads;

    DenseLoadEvidence(DenseLoadJudge judge, CellSeries series, Traffic traffic, List<DayLoad> loads) {
        this.judge = judge;
        this.series = series;
        this.traffic = traffic;
        this.loads = loads;
    }

    Evidence of(EpisodeTracker.Span span, int badDays) {
        DenseLoadRuleSpec rule = judge.rule();
        DayLoad deciding = loads.get(span.raisedBy());
        int firstDay = deciding.window().day() - rule.ofDays() + 1;
        int last = span.clearedBy() < 0 ? loads.size() - 1 : span.clearedBy();
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            int day = loads.get(i).window().day();
            if (day >= firstDay && day <= deciding.window().day() + AFTER) {
                readings.add(reading(loads.get(i)));
            }
        }
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(Sentence.of("dense.days", badDays, rule.ofDays(), rule.days()));
        sentences.add(Sentence.of("dense.rule", rule.text()));
        traffic.basis().ifPresentOrElse(basis -> sentences.add(Sentence.of("dense.basis." + basis.name())),
                () -> rule.traffic().ifPresent(kpi -> sentences.add(Sentence.of("dense.basis.kpi", kpi.name()))));
        sentences.add(Sentence.of("dense.busyhour", LocalDate.ofEpochDay(deciding.window().day()).toString(),
                Instant.ofEpochSecond(deciding.window().start()).toString()));
        note(deciding).ifPresent(sentences::add);
        conditions(deciding, sentences);
        users(deciding, sentences);
        LoadClass shown = deciding.classes().getFirst();
        List<Limit> limits = rule.combination().names().stream().filter(shown.limits()::containsKey).map(shown.limits()::get).toList();
        Limit main = limits.stream().filter(limit -> limit.unit().equals("%")).findFirst().orElse(limits.getFirst());
        return new Evidence(judge.frame().name(), main.kpi(), main.unit(), readings.getFirst().start(),
                readings.getLast().start().plusSeconds(SECONDS), traffic.basis(), limits, readings, sentences);
    }

    private Reading reading(DayLoad load) {
        return new Reading(Instant.ofEpochSecond(load.window().start()), SECONDS, load.figures(), load.verdict(), note(load));
    }

    /** Which class, and by which packet size. */
    private Optional<Sentence> note(DayLoad load) {
        if (judge.rule().packetSize().isEmpty()) {
            return Optional.empty();
        }
        double kilobytes = load.figure(judge.rule().packetSize().get().name());
        if (Double.isNaN(kilobytes)) {
            return Optional.of(Sentence.of("dense.class.unknown"));
        }
        return load.classes().stream().findFirst().flatMap(LoadClass::packetSize)
                .map(each -> Sentence.of("dense.class." + each.getLiteral(), kilobytes));
    }

    /** One sentence for each limit, of the first class when the class is unknown. */
    private void conditions(DayLoad load, List<Sentence> sentences) {
        LoadClass each = load.classes().getFirst();
        for (String name : judge.rule().combination().names()) {
            Limit limit = each.limits().get(name);
            if (limit == null) {
                continue;
            }
            double value = load.figure(limit.kpi());
            if (Double.isNaN(value)) {
                sentences.add(Sentence.of("condition.unknown", limit.kpi()));
            } else {
                boolean reached = Limits.reached(limit, value) == Truth.TRUE;
                String key = "condition." + (limit.upwards() ? "up." : "down.") + (reached ? "met" : "unmet");
                sentences.add(Sentence.of(key, limit.kpi(), value, limit.unit(), limit.upwards() ? limit.high() : limit.low()));
            }
        }
    }

    /** Users with data are active users; where these are not measured, connected users stand in, and that is said. */
    private void users(DayLoad load, List<Sentence> sentences) {
        if (!load.figures().containsKey(USERS)) {
            return;
        }
        for (int i = load.window().begin(); i < load.window().end(); i++) {
            int index = i;
            if (ACTIVE_USERS.stream().anyMatch(name -> !Double.isNaN(series.value(name, index)))) {
                return;
            }
        }
        sentences.add(Sentence.of("dense.users.connected", CONNECTED_USERS));
    }
}
