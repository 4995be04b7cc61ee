package org.towercrier.capacity.internal.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.alarm.Step;
import org.towercrier.model.alarm.AlarmAction;

/**
 * Brings the alarm list to what detection found, without losing what people did.
 *
 * <p>Detection is a pure function of the stored samples, and so is the list as long as nobody touches it: all stretches of
 * one identity since its last record that was cleared <em>and</em> acknowledged form one record, its flap counter says how
 * often it came back. A record that is gone is history and never changes again; what comes up later opens the next one.
 *
 * <p>What is still up when its record is gone opens the next one too, as an alarm that returns to service is announced anew
 * (ISA-18.2): its rule was switched off for a while, or later samples say that the trouble had not ended. Only what a person
 * cleared by hand stays away until the trouble ends and starts again.
 */
public final class AlarmReconciler {

    private static final Sentence WITHDRAWN = Sentence.of("history.withdrawn");
    private static final Sentence UP_AGAIN = Sentence.of("history.upAgain");
    private static final Sentence WORSE = Sentence.of("history.worse");

    private final Instant from;
    private final Instant to;
    private final Function<AlarmEpisode, Boolean> synthetic;

    /**
     * @param from      begin of the period that detection looked at
     * @param to        end of that period, exclusive
     * @param synthetic tells whether the samples behind an episode are synthetic
     */
    public AlarmReconciler(Instant from, Instant to, Function<AlarmEpisode, Boolean> synthetic) {
        this.from = Objects.requireNonNull(from, "from");
        this.to = Objects.requireNonNull(to, "to");
        this.synthetic = Objects.requireNonNull(synthetic, "synthetic");
    }

    /**
     * @param existing all records of the rules that were evaluated, whatever their state
     * @param episodes what detection found with these rules
     * @return what is to be stored, ordered by identity; nothing for what stays as it is
     */
    public List<Step> reconcile(List<Alarm> existing, List<AlarmEpisode> episodes) {
        Map<AlarmIdentity, List<Alarm>> records = new TreeMap<>();
        existing.forEach(alarm -> records.computeIfAbsent(alarm.identity(), key -> new ArrayList<>()).add(alarm));
        Map<AlarmIdentity, List<AlarmEpisode>> found = new TreeMap<>();
        episodes.forEach(episode -> found.computeIfAbsent(identity(episode), key -> new ArrayList<>()).add(episode));
        Set<AlarmIdentity> identities = new TreeSet<>(records.keySet());
        identities.addAll(found.keySet());
        List<Step> steps = new ArrayList<>();
        for (AlarmIdentity identity : identities) {
            List<Alarm> own = records.getOrDefault(identity, new ArrayList<>());
            own.sort(Comparator.comparingInt(Alarm::ordinal));
            List<AlarmEpisode> stretches = new ArrayList<>(found.getOrDefault(identity, List.of()));
            stretches.sort(Comparator.comparing(AlarmEpisode::raised));
            reconcile(identity, own, stretches, steps);
        }
        return steps;
    }

    private void reconcile(AlarmIdentity identity, List<Alarm> own, List<AlarmEpisode> episodes, List<Step> steps) {
        Optional<Alarm> open = own.isEmpty() ? Optional.empty()
                : Optional.of(own.getLast()).filter(alarm -> alarm.state() != AlarmState.GONE);
        Closed closed = Closed.of(own);
        List<AlarmEpisode> since = episodes.stream().map(closed::rest).flatMap(Optional::stream).toList();
        List<Activation> activations = activations(open, since);
        if (activations.isEmpty()) {
            open.ifPresent(alarm -> withdraw(alarm, steps));
            return;
        }
        int ordinal = open.map(Alarm::ordinal).orElse(own.isEmpty() ? 0 : own.getLast().ordinal() + 1);
        int split = open.filter(alarm -> alarm.acknowledgement().isPresent()).map(alarm -> closedAt(alarm, activations))
                .orElse(activations.size());
        if (split < activations.size()) {
            steps.add(update(open.orElseThrow(), activations.subList(0, split), since));
            steps.add(create(identity, ordinal + 1, activations.subList(split, activations.size()), since));
        } else if (open.isPresent()) {
            Step step = update(open.get(), activations, since);
            if (!step.alarm().equals(open)) {
                steps.add(step);
            }
        } else {
            Step step = create(identity, ordinal, activations, since);
            steps.add(closed.until().filter(activations.getFirst().raised()::equals).map(end -> stillUp(step, end)).orElse(step));
        }
    }

    /** The step, with a line that tells why an alarm comes up at the moment at which its last record ended. */
    private static Step stillUp(Step step, Instant end) {
        List<HistoryEntry> lines = new ArrayList<>(step.history());
        lines.addFirst(HistoryEntry.of(step.id(), end, HistoryEntry.DETECTION, AlarmAction.RAISED,
                Sentence.of("history.stillUp", end.toString())));
        return new Step(step.id(), step.alarm(), lines);
    }

    /**
     * The stretches since the last closed record: what is known from outside the evaluated period, and what was found in
     * it. A stretch that was up when the period begins keeps its begin.
     */
    private List<Activation> activations(Optional<Alarm> open, List<AlarmEpisode> episodes) {
        List<Activation> result = new ArrayList<>();
        List<Activation> found = new ArrayList<>(episodes.stream().map(AlarmReconciler::activation).toList());
        for (Activation known : open.map(Alarm::activations).orElse(List.of())) {
            if (!known.touches(from, to)) {
                result.add(known);
            } else if (!known.raised().isAfter(from)) {
                Optional<Activation> same = found.stream().filter(next -> !next.raised().isAfter(known.cleared().orElse(to))).findFirst();
                same.ifPresent(found::remove);
                result.add(same.map(next -> joined(known, next)).orElseGet(() -> known.ended(from)));
            }
        }
        result.addAll(found);
        result.sort(Comparator.comparing(Activation::raised));
        return result;
    }

    private static Activation joined(Activation known, Activation next) {
        List<SeverityChange> changes = new ArrayList<>(known.changes());
        for (SeverityChange change : next.changes()) {
            changes.removeIf(earlier -> !earlier.at().isBefore(change.at()));
            if (changes.isEmpty() || changes.getLast().severity() != change.severity()) {
                changes.add(change);
            }
        }
        return new Activation(known.raised(), changes, next.cleared());
    }

    /** Number of stretches that belong to an acknowledged record: it ends with the one that was up when it was acknowledged. */
    private static int closedAt(Alarm alarm, List<Activation> activations) {
        int last = 0;
        for (int i = 0; i < activations.size(); i++) {
            if (!activations.get(i).raised().isAfter(alarm.raised())) {
                last = i;
            }
        }
        return activations.get(last).cleared().isPresent() ? last + 1 : activations.size();
    }

    private void withdraw(Alarm alarm, List<Step> steps) {
        boolean touched = alarm.acknowledgement().isPresent() || alarm.assignedTo().isPresent()
                || alarm.shelving().isPresent() || alarm.manuallyCleared().isPresent();
        HistoryEntry line = line(alarm.id(), alarm.raised(), AlarmAction.CLEARED, WITHDRAWN);
        if (!touched) {
            steps.add(new Step(alarm.id(), Optional.empty(), List.of(line)));
        } else if (alarm.cleared().isEmpty()) {
            List<Activation> ended = new ArrayList<>(alarm.activations());
            ended.set(ended.size() - 1, alarm.latest().ended(alarm.raised()));
            Alarm kept = alarm.withActivations(ended, alarm.evidence());
            steps.add(new Step(alarm.id(), Optional.of(kept), List.of(line)));
        }
    }

    /** An alarm whose rule is no longer evaluated: it is over since the given time, and its history says why. */
    static Step retired(Alarm alarm, Instant when) {
        List<Activation> ended = new ArrayList<>(alarm.activations());
        Instant over = when.isBefore(alarm.changed()) ? alarm.changed() : when;
        ended.set(ended.size() - 1, alarm.latest().ended(over));
        return new Step(alarm.id(), Optional.of(alarm.withActivations(ended, alarm.evidence())),
                List.of(line(alarm.id(), over, AlarmAction.CLEARED, Sentence.of("history.retired", alarm.ruleSet(), alarm.rule()))));
    }

    private Step update(Alarm alarm, List<Activation> activations, List<AlarmEpisode> episodes) {
        String evidence = evidenceOf(activations.getLast(), episodes).orElse(alarm.evidence());
        Alarm next = foundBy(alarm, activations, episodes).withActivations(activations, evidence);
        List<HistoryEntry> lines = new ArrayList<>(lines(alarm.id(), activations));
        lines.removeAll(lines(alarm.id(), alarm.activations()));
        if (next.cleared().isEmpty() && next.flapCount() == alarm.flapCount()) {
            alarm.latest().cleared().ifPresent(ended -> lines.add(line(alarm.id(), ended, AlarmAction.RAISED, UP_AGAIN)));
        }
        Optional<Acknowledgement> acknowledgement = next.acknowledgement();
        if (acknowledgement.isPresent() && next.cleared().isEmpty()
                && Severities.worse(next.latest().severity(), acknowledgement.get().severity())) {
            next = next.withAcknowledgement(Optional.empty());
            lines.add(line(alarm.id(), next.latest().changed(), AlarmAction.UNACKNOWLEDGED, WORSE));
        }
        return new Step(alarm.id(), Optional.of(next), lines);
    }

    /** The rule that speaks for it now: of several sets that know the same trouble, the one that was evaluated last. */
    private static Alarm foundBy(Alarm alarm, List<Activation> activations, List<AlarmEpisode> episodes) {
        return episodeOf(activations.getLast(), episodes).map(episode -> alarm.withRule(episode.ruleSet(), episode.rule())).orElse(alarm);
    }

    private Step create(AlarmIdentity identity, int ordinal, List<Activation> activations, List<AlarmEpisode> episodes) {
        AlarmEpisode last = episodeOf(activations.getLast(), episodes).orElseThrow();
        String id = identity.recordId(ordinal);
        Alarm alarm = new Alarm(id, ordinal, identity, last.cell(), last.kind(), last.ruleSet(), last.rule(), activations,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), synthetic.apply(last),
                last.evidence().toJson());
        return new Step(id, Optional.of(alarm), lines(id, activations));
    }

    private static List<HistoryEntry> lines(String id, List<Activation> activations) {
        Set<HistoryEntry> lines = new LinkedHashSet<>();
        for (Activation stretch : activations) {
            AlarmAction action = AlarmAction.RAISED;
            for (SeverityChange change : stretch.changes()) {
                lines.add(line(id, change.at(), action, change.severity().getLiteral()));
                action = AlarmAction.SEVERITY_CHANGED;
            }
            stretch.cleared().ifPresent(when -> lines.add(line(id, when, AlarmAction.CLEARED, "")));
        }
        return List.copyOf(lines);
    }

    private static HistoryEntry line(String id, Instant time, AlarmAction action, String text) {
        return new HistoryEntry(id, time, HistoryEntry.DETECTION, action, text);
    }

    private static HistoryEntry line(String id, Instant time, AlarmAction action, Sentence message) {
        return HistoryEntry.of(id, time, HistoryEntry.DETECTION, action, message);
    }

    private static Optional<String> evidenceOf(Activation activation, List<AlarmEpisode> episodes) {
        return episodeOf(activation, episodes).map(episode -> episode.evidence().toJson());
    }

    private static Optional<AlarmEpisode> episodeOf(Activation activation, List<AlarmEpisode> episodes) {
        return episodes.stream().filter(episode -> !episode.raised().isBefore(activation.raised()))
                .filter(episode -> activation.cleared().map(end -> episode.raised().isBefore(end)
                        || episode.raised().equals(activation.raised())).orElse(true))
                .findFirst();
    }

    private static Activation activation(AlarmEpisode episode) {
        return new Activation(episode.raised(), episode.severities(), episode.cleared());
    }

    static AlarmIdentity identity(AlarmEpisode episode) {
        return new AlarmIdentity(episode.objectInstance(), episode.alarmType(), episode.probableCause(),
                episode.specificProblem());
    }
}
