package org.towercrier.campaign.ui.internal.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.ContactGate.Report;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.BarsFigure;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.NumberFormats;

/** What the gate said as figures, without a widget. */
record GateFigures(Report report, Texts texts, Words words) {

    private NumberFormats numbers() {
        return NumberFormats.of(texts.locale());
    }

    /** Reach at a glance. */
    List<NumbersPane.Number> strip() {
        return List.of(new NumbersPane.Number(texts.get("Gate_Candidates"), numbers().integer(report.candidates()), ""),
                figure("Gate_Passed", report.passed(), GateOutcome.PASSED), figure("Gate_Delayed", report.delayed(), GateOutcome.DELAYED),
                figure("Gate_Stopped", report.stopped(), GateOutcome.STOPPED));
    }

    private NumbersPane.Number figure(String key, long count, GateOutcome outcome) {
        String share = report.candidates() == 0 ? "" : texts.get("Gate_Share", numbers().percent(count / (double) report.candidates(), 1));
        return new NumbersPane.Number(texts.get(key), numbers().integer(count), share, Optional.of(Words.mark(outcome)));
    }

    /** How many each rule held back, the strictest first, and how many pass on each channel. */
    BarsFigure bars() {
        List<BarsFigure.Bar> rules = report.byRule().entrySet().stream()
                .filter(entry -> entry.getKey() != GateRule.NONE && entry.getValue() > 0)
                .sorted(Map.Entry.<GateRule, Long>comparingByValue().reversed())
                .map(entry -> bar(words.of(entry.getKey()), entry.getValue()))
                .toList();
        List<BarsFigure.Bar> channels = report.byChannel().entrySet().stream().filter(entry -> entry.getValue() > 0)
                .map(entry -> bar(words.of(entry.getKey()), entry.getValue())).toList();
        return new BarsFigure(texts.get("Gate_ByRule"), new Axis(texts.get("Gate_Customers"), ""),
                List.of(new BarsFigure.Panel(texts.get("Gate_HeldBack"), texts.get("Gate_HeldBack_Note"), 1, rules, Optional.empty()),
                        new BarsFigure.Panel(texts.get("Gate_Channels"), texts.get("Gate_Channels_Note"), 0, channels, Optional.empty())));
    }

    private BarsFigure.Bar bar(String name, long count) {
        String share = report.candidates() == 0 ? "" : numbers().percent(count / (double) report.candidates(), 1);
        return new BarsFigure.Bar(name, count, numbers().integer(count), List.of(texts.get("Gate_OfCandidates", share)));
    }
}
