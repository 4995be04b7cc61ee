package org.towercrier.capacity.alarm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * What another system said about an alarm. Formats differ in what they repeat: an event that clears may name the alarm
 * only, or the object and the cause only.
 *
 * @param source          system that said it
 * @param sourceAlarm     identity of the alarm there, empty when the format has none
 * @param objectInstance  name of the object
 * @param alarmType       type after X.733 or X.736
 * @param probableCause   probable cause by name
 * @param specificProblem what is wrong in particular; absent when it was not said
 * @param action          what happened: raised, changed, cleared, acknowledged, unacknowledged, commented
 * @param severity        severity after it, never cleared; absent when it was not said
 * @param time            when it happened
 * @param user            who did it, empty for what no person did
 * @param text            comment or reason, may be empty
 * @param format          id of the format it came in
 * @param details         everything else that was said, as a JSON object
 */
public record ExternalEvent(String source, String sourceAlarm, Optional<String> objectInstance, Optional<AlarmType> alarmType,
        Optional<String> probableCause, Optional<String> specificProblem, AlarmAction action,
        Optional<PerceivedSeverity> severity, Instant time, String user, String text, String format, String details) {

    private static final int ID_BYTES = 16;

    public ExternalEvent {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(sourceAlarm, "sourceAlarm");
        Objects.requireNonNull(objectInstance, "objectInstance");
        Objects.requireNonNull(alarmType, "alarmType");
        Objects.requireNonNull(probableCause, "probableCause");
        Objects.requireNonNull(specificProblem, "specificProblem");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(details, "details");
    }

    /** The same words give the same id, whichever file they came in: what is said twice is stored once. */
    public String id() {
        String words = String.join("\u001f", source, sourceAlarm, objectInstance.orElse(""),
                alarmType.map(AlarmType::getLiteral).orElse(""), probableCause.orElse(""), specificProblem.orElse("\u0000"),
                action.getLiteral(), severity.map(PerceivedSeverity::getLiteral).orElse(""), time.toString(), user, text);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
