package org.towercrier.capacity.internal.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * Follows the verdicts on an object in order of time and notes when the alarm is up. What is unknown, a gap or a suspect sample
 * does not count at all: it neither raises nor clears, and what lies on either side of it is in a row.
 */
final class EpisodeTracker {

    private final RuleFrame rule;
    private final List<Span> spans = new ArrayList<>();
    private final List<SeverityChange> severities = new ArrayList<>();
    private boolean up;
    private int raisedBy;
    private long raised;
    private PerceivedSeverity severity = PerceivedSeverity.INDETERMINATE;
    private int good;
    private int milder;
    private PerceivedSeverity worstOfMilder = PerceivedSeverity.INDETERMINATE;

    /**
     * A stretch of time in which the alarm is up.
     *
     * @param raisedBy   number of the sample that raised it
     * @param raised     end of that sample in epoch seconds
     * @param severities the severities
     * @param clearedBy  number of the sample that cleared it, -1 while it is up
     * @param cleared    end of that sample
     */
    record Span(int raisedBy, long raised, List<SeverityChange> severities, int clearedBy, OptionalLong cleared) {
    }

    /**
     * A known or unknown sample.
     *
     * @param index    its number
     * @param end      its end in epoch seconds
     * @param verdict  what it says
     * @param figure   the rule's figure, which the severity follows; NaN leaves the severity as it is
     * @param raises   whether the rule's condition for raising is met by this sample
     * @param holds    whether something other than this sample keeps the alarm up
     */
    record Step(int index, long end, Verdict verdict, double figure, boolean raises, boolean holds) {
    }

    EpisodeTracker(RuleFrame rule) {
        this.rule = rule;
    }

    void accept(Step step) {
        if (step.verdict() == Verdict.UNKNOWN) {
            return;
        }
        if (!up) {
            if (step.verdict() == Verdict.BAD && step.raises()) {
                raise(step);
            }
            return;
        }
        follow(step);
        good = step.verdict() == Verdict.GOOD ? good + 1 : 0;
        if (good >= rule.clearCount() && !step.holds() && step.end() >= raised + rule.minimumDuration()) {
            spans.add(new Span(raisedBy, raised, List.copyOf(severities), step.index(), OptionalLong.of(step.end())));
            up = false;
        }
    }

    boolean up() {
        return up;
    }

    /** The stretches, the last one open when the alarm is still up. */
    List<Span> finish() {
        if (up) {
            spans.add(new Span(raisedBy, raised, List.copyOf(severities), -1, OptionalLong.empty()));
            up = false;
        }
        return List.copyOf(spans);
    }

    private void raise(Step step) {
        up = true;
        good = 0;
        milder = 0;
        raisedBy = step.index();
        raised = step.end();
        severities.clear();
        change(step.end(), rule.severityOf(step.figure()));
    }

    /** Up at once, down only after as many milder samples as it takes to clear, so that a severity does not flap. */
    private void follow(Step step) {
        if (Double.isNaN(step.figure())) {
            return;
        }
        PerceivedSeverity now = rule.severityOf(step.figure());
        if (RuleFrame.worse(now, severity)) {
            change(step.end(), now);
            milder = 0;
        } else if (now == severity) {
            milder = 0;
        } else {
            worstOfMilder = milder == 0 || RuleFrame.worse(now, worstOfMilder) ? now : worstOfMilder;
            milder++;
            if (milder >= rule.clearCount()) {
                change(step.end(), worstOfMilder);
                milder = 0;
            }
        }
    }

    private void change(long at, PerceivedSeverity to) {
        severity = to;
        severities.add(new SeverityChange(Instant.ofEpochSecond(at), to));
    }
}
