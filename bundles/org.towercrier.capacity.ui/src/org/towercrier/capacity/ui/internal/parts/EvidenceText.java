package org.towercrier.capacity.ui.internal.parts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.NumberFormats;

/** Why an alarm was raised, in paragraphs; a paragraph is a heading or a line below one. */
final class EvidenceText {

    /**
     * A paragraph.
     *
     * @param text    its words
     * @param heading whether it is a heading
     */
    record Paragraph(String text, boolean heading) {
    }

    /** The unit of counts. */
    private static final String NO_UNIT = "1";
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z");
    /** What a unit that is left out leaves before a mark. */
    private static final Pattern GAP = Pattern.compile(" +([,.;:\u3002\uFF0C\uFF1A\uFF1B])");

    private EvidenceText() {
    }

    static List<Paragraph> of(Alarm alarm, String ruleSet, Optional<Evidence> evidence, List<HistoryEntry> history,
            UnaryOperator<String> kpiLabel, Texts texts, Dates dates) {
        List<Paragraph> paragraphs = new ArrayList<>();
        NumberFormats numbers = NumberFormats.of(texts.locale());
        line(paragraphs, texts.get("Evidence_Rule", alarm.identity().specificProblem(), ruleSet));
        line(paragraphs, texts.get("Evidence_Since", dates.minute(alarm.raised())) + alarm.cleared()
                .map((Instant when) -> " · " + texts.get("Evidence_Until", dates.minute(when))).orElse(""));
        if (alarm.flapCount() > 0) {
            line(paragraphs, texts.get("Evidence_Flaps", alarm.flapCount()));
        }
        evidence.ifPresentOrElse(why -> {
            paragraphs.add(new Paragraph(texts.get("Evidence_Arithmetic"), true));
            why.sentences().forEach(sentence -> line(paragraphs, readable(sentence, kpiLabel, dates, texts.locale())));
            if (!why.limits().isEmpty()) {
                paragraphs.add(new Paragraph(texts.get("Evidence_Limits"), true));
            }
            why.limits().forEach(limit -> line(paragraphs, texts.get(limit.upwards() ? "Evidence_LimitUp" : "Evidence_LimitDown",
                    kpiLabel.apply(limit.kpi()), numbers.measure(limit.high(), 2, limit.unit()),
                    numbers.measure(limit.low(), 2, limit.unit()))));
        }, () -> line(paragraphs, texts.get("Evidence_None")));
        paragraphs.add(new Paragraph(texts.get("Evidence_History"), true));
        history.forEach(entry -> line(paragraphs, dates.minute(entry.time()) + "  " + texts.get("Action_" + entry.action().getLiteral())
                + said(entry, texts, dates)));
        return paragraphs;
    }

    /** The sentence with the names of KPIs for people, times of the operator's zone, and no unit where there is none. */
    private static String readable(Evidence.Sentence sentence, UnaryOperator<String> kpiLabel, Dates dates, Locale locale) {
        List<Object> arguments = sentence.arguments().stream()
                .map(argument -> argument instanceof String word ? readable(word, kpiLabel, dates) : argument).toList();
        return GAP.matcher(new Evidence.Sentence(sentence.key(), arguments).text(locale)).replaceAll("$1");
    }

    private static Object readable(String word, UnaryOperator<String> kpiLabel, Dates dates) {
        if (word.equals(NO_UNIT)) {
            return "";
        }
        if (INSTANT.matcher(word).matches()) {
            return dates.minute(Instant.parse(word));
        }
        return kpiLabel.apply(word);
    }

    private static String said(HistoryEntry entry, Texts texts, Dates dates) {
        String text = entry.said(texts.locale(), dates::minute);
        String by = entry.person().map(name -> "  (" + name + ")").orElse("");
        return (text.isEmpty() ? "" : ": " + text) + by;
    }

    private static void line(List<Paragraph> paragraphs, String text) {
        paragraphs.add(new Paragraph(text, false));
    }
}
