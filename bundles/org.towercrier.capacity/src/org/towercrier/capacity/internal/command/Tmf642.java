package org.towercrier.capacity.internal.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Alarm;

/** An alarm as the resource of TM Forum TMF642, Alarm Management API, version 4. */
final class Tmf642 {

    private Tmf642() {
    }

    static Map<String, Object> of(Alarm alarm) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", alarm.id());
        json.put("externalAlarmId", alarm.id());
        json.put("alarmType", camelCase(alarm.identity().alarmType().getLiteral()));
        json.put("perceivedSeverity", alarm.severity().getLiteral().toLowerCase(Locale.ROOT));
        json.put("probableCause", alarm.identity().probableCause());
        json.put("specificProblem", alarm.identity().specificProblem());
        json.put("alarmedObjectType", "Cell");
        json.put("alarmedObject", Map.of("id", alarm.identity().objectInstance()));
        json.put("sourceSystemId", "Towercrier");
        json.put("alarmRaisedTime", alarm.raised().toString());
        json.put("alarmChangedTime", alarm.changed().toString());
        alarm.cleared().ifPresent(when -> json.put("alarmClearedTime", when.toString()));
        json.put("ackState", alarm.acknowledgement().isPresent() ? "acknowledged" : "unacknowledged");
        alarm.acknowledgement().map(Acknowledgement::user).ifPresent(user -> json.put("ackUserId", user));
        json.put("state", state(alarm));
        json.put("alarmDetails", alarm.evidence());
        json.put("@type", "Alarm");
        return json;
    }

    private static String state(Alarm alarm) {
        if (alarm.cleared().isPresent()) {
            return "cleared";
        }
        return alarm.changed().equals(alarm.raised()) ? "raised" : "updated";
    }

    private static String camelCase(String upper) {
        StringBuilder text = new StringBuilder();
        for (String word : upper.toLowerCase(Locale.ROOT).split("_")) {
            text.append(text.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return text.toString();
    }
}
