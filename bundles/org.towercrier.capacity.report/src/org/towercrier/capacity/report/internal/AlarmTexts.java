package org.towercrier.capacity.report.internal;

import java.util.Locale;

import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.command.Messages;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.report.Grid;
import org.towercrier.report.Tone;

/** Words about alarms in one language. */
final class AlarmTexts {

    static final String BASE = "OSGI-INF/l10n/capacity-report";

    private final Messages texts;

    AlarmTexts(Locale locale) {
        this.texts = Messages.of(AlarmTexts.class, BASE, locale);
    }

    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    String kind(AlarmKind kind) {
        return texts.text("Kind_" + kind.getLiteral());
    }

    String severity(PerceivedSeverity severity) {
        return texts.text("Severity_" + severity.getLiteral());
    }

    Grid.Mark mark(PerceivedSeverity severity) {
        return new Grid.Mark(tone(severity), severity(severity));
    }

    static Tone tone(PerceivedSeverity severity) {
        return Tone.ofSeverity(severity.getLiteral()).orElse(Tone.INDETERMINATE);
    }

    String acknowledged(Alarm alarm) {
        return alarm.acknowledgement().map(step -> step.user()).orElse("");
    }
}
