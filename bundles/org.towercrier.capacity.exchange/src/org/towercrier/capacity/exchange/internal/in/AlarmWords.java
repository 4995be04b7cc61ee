package org.towercrier.capacity.exchange.internal.in;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

/** Severities and types in the spellings of the formats. */
final class AlarmWords {

    /** Severities of X.733 and of 3GPP. */
    static final List<String> SEVERITIES = List.of("CRITICAL", "MAJOR", "MINOR", "WARNING", "INDETERMINATE", "CLEARED");
    /** Acknowledgement states of TM Forum and 3GPP. */
    static final List<String> ACK_STATES = List.of("ACKNOWLEDGED", "UNACKNOWLEDGED");

    private AlarmWords() {
    }

    /** The severity that must be there. */
    static PerceivedSeverity severity(Fields fields, String name) throws BadEvent {
        return PerceivedSeverity.get(fields.requiredChoice(name, SEVERITIES));
    }

    /** The severity of an event that raises or changes: cleared says nothing about how severe it was. */
    static Optional<PerceivedSeverity> up(PerceivedSeverity severity) {
        return severity == PerceivedSeverity.CLEARED ? Optional.empty() : Optional.of(severity);
    }

    /** The type that must be there: {@code QUALITY_OF_SERVICE_ALARM}, {@code Quality of Service Alarm}, {@code qualityOfServiceAlarm}. */
    static AlarmType type(Fields fields, String name) throws BadEvent {
        String word = fields.required(name);
        return type(word).orElseThrow(() -> fields.bad(name, "Field_NoChoice",
                String.join(", ", Arrays.stream(AlarmType.values()).map(AlarmType::getLiteral).toList())));
    }

    /** The type a word means. */
    static Optional<AlarmType> type(String word) {
        String asked = letters(word);
        return asked.isEmpty() ? Optional.empty()
                : Arrays.stream(AlarmType.values()).filter(type -> letters(type.getLiteral()).equals(asked)).findFirst();
    }

    private static String letters(String word) {
        String letters = word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "").replaceFirst("ALARMS?$", "");
        return letters.equals("COMMUNICATION") ? "COMMUNICATIONS" : letters.equals("ENVIRONMENT") ? "ENVIRONMENTAL"
                : letters.equals("PROCESSING") ? "PROCESSINGERROR" : letters.equals("QOS") ? "QUALITYOFSERVICE" : letters;
    }
}
