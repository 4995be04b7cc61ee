package org.towercrier.capacity.alarm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import org.towercrier.model.alarm.AlarmType;

/**
 * What makes two alarms the same alarm: the key of the 3GPP alarm record.
 *
 * @param objectInstance  name of the object, a cell id or a distinguished name
 * @param alarmType       X.733 alarm type
 * @param probableCause   name of the probable cause, by name because public numberings conflict
 * @param specificProblem the rule's own words for the problem
 */
public record AlarmIdentity(String objectInstance, AlarmType alarmType, String probableCause, String specificProblem)
        implements
            Comparable<AlarmIdentity> {

    private static final int ID_BYTES = 8;

    public AlarmIdentity {
        Objects.requireNonNull(objectInstance, "objectInstance");
        Objects.requireNonNull(alarmType, "alarmType");
        Objects.requireNonNull(probableCause, "probableCause");
        Objects.requireNonNull(specificProblem, "specificProblem");
    }

    /**
     * The id of the record number {@code ordinal} of this identity. It depends on nothing but its arguments, so that the
     * same data yield the same ids in whatever order they arrived.
     *
     * @param ordinal 0 for the first record; each record that was cleared and acknowledged is followed by the next
     * @return 16 hexadecimal digits
     */
    public String recordId(int ordinal) {
        String key = String.join("\u001f", objectInstance, alarmType.getLiteral(), probableCause, specificProblem,
                Integer.toString(ordinal));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(AlarmIdentity other) {
        int byObject = objectInstance.compareTo(other.objectInstance);
        if (byObject != 0) {
            return byObject;
        }
        int byType = alarmType.compareTo(other.alarmType);
        if (byType != 0) {
            return byType;
        }
        int byCause = probableCause.compareTo(other.probableCause);
        return byCause != 0 ? byCause : specificProblem.compareTo(other.specificProblem);
    }
}
