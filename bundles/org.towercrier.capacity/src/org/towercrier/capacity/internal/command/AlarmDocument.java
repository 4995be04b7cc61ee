package org.towercrier.capacity.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.towercrier.areas.CellPeople;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Shelving;

/** An alarm as a part of a JSON document, with the names scripts rely on. */
final class AlarmDocument {

    /** JSON that is in the document as it is. */
    private record Raw(@JsonRawValue @com.fasterxml.jackson.annotation.JsonValue String json) {
    }

    private AlarmDocument() {
    }

    static Map<String, Object> of(Alarm alarm) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", alarm.id());
        json.put("cell", alarm.cell());
        json.put("object", alarm.identity().objectInstance());
        json.put("kind", alarm.kind().getLiteral());
        json.put("severity", alarm.severity().getLiteral());
        json.put("highestSeverity", alarm.highestSeverity().getLiteral());
        json.put("trend", alarm.trend().getLiteral());
        json.put("state", alarm.state().name());
        json.put("alarmType", alarm.identity().alarmType().getLiteral());
        json.put("probableCause", alarm.identity().probableCause());
        json.put("specificProblem", alarm.identity().specificProblem());
        json.put("ruleSet", alarm.ruleSet());
        json.put("rule", alarm.rule());
        json.put("raised", alarm.raised().toString());
        json.put("changed", alarm.changed().toString());
        json.put("cleared", alarm.cleared().map(Object::toString).orElse(null));
        json.put("acknowledged", alarm.acknowledgement().isPresent());
        json.put("acknowledgedBy", alarm.acknowledgement().map(Acknowledgement::user).orElse(null));
        json.put("acknowledgedAt", alarm.acknowledgement().map(ack -> ack.time().toString()).orElse(null));
        json.put("assignedTo", alarm.assignedTo().orElse(null));
        json.put("shelvedUntil", alarm.shelving().map(Shelving::until).map(Object::toString).orElse(null));
        json.put("flapCount", alarm.flapCount());
        json.put("situation", alarm.situation().orElse(null));
        json.put("synthetic", alarm.synthetic());
        json.put("evidence", new Raw(alarm.evidence()));
        return json;
    }

    /** The people of an alarm's cell: sums in which nobody can be recognised, companies counted and not named. */
    static Map<String, Object> of(CellPeople here) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("living", here.living());
        json.put("working", here.working());
        json.put("people", here.people());
        json.put("tiers", here.tiers());
        json.put("groups", here.groups().size());
        json.put("contractsEnding", here.contractsEnding());
        json.put("contractMonths", here.contractMonths());
        json.put("monthlySpend", here.monthlySpend());
        json.put("spendAtRisk", here.spendAtRisk());
        json.put("synthetic", here.synthetic());
        return json;
    }
}
