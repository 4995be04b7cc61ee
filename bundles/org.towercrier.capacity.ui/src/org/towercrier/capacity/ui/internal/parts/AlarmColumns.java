package org.towercrier.capacity.ui.internal.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.Shelving;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;

/** The columns of the alarm table. */
public final class AlarmColumns {

    /**
     * A row: an alarm and the cell it is about.
     *
     * @param alarm  the alarm
     * @param cell   its cell, absent when the object is not a known cell
     * @param latest end of the latest measured period: until then an alarm that is up has lasted
     * @param situation name of the situation it is a member of; empty when it is in none
     * @param stands for how many other listed alarms of its situation it stands
     * @param now    the time at which it is looked at: until then it has waited, or has been acknowledged
     */
    public record Row(Alarm alarm, Optional<CellInfo> cell, Instant latest, String situation, int stands, Instant now) {

        /** An alarm in no situation. */
        public Row(Alarm alarm, Optional<CellInfo> cell, Instant latest) {
            this(alarm, cell, latest, "", 0, latest);
        }

        String cellName() {
            return cell.map(CellInfo::name).orElseGet(() -> Literals.object(alarm.cell()));
        }

        /** Hours for which it has been up, or was up before it cleared. */
        double hours() {
            return hours(alarm.raised(), alarm.cleared().orElse(latest));
        }

        /** Hours since somebody acknowledged it; NaN when nobody has. */
        double acknowledgedFor() {
            return alarm.acknowledgement().map(step -> hours(step.time(), now)).orElse(Double.NaN);
        }

        /** Hours since it came up without anybody acknowledging it; NaN once somebody has. */
        double waitingFor() {
            return alarm.acknowledgement().isPresent() ? Double.NaN : hours(alarm.raised(), now);
        }

        private static double hours(Instant from, Instant to) {
            return Math.max(0, Duration.between(from, to).toMinutes() / 60.0);
        }
    }

    private AlarmColumns() {
    }

    public static List<TableColumn<Row>> of(Texts texts) {
        List<String> kinds = Stream.of(AlarmKind.values()).map(kind -> texts.get("Kind_" + kind.getLiteral())).toList();
        List<String> states = Arrays.stream(AlarmState.values()).map(state -> texts.get("State_" + state.name())).toList();
        return List.of(
                TableColumn.<Row>severity("severity", texts.get("Column_Severity"),
                        row -> Severity.named(row.alarm().severity().getLiteral())),
                TableColumn.<Row>text("cell", texts.get("Column_Cell"), Row::cellName).wide(180),
                TableColumn.<Row>text("site", texts.get("Column_Site"), row -> row.cell().map(CellInfo::site).orElse("")).wide(150),
                TableColumn.<Row>text("region", texts.get("Column_Region"), row -> row.cell().map(CellInfo::region).orElse(""))
                        .wide(120),
                TableColumn.<Row>choice("kind", texts.get("Column_Kind"), kinds,
                        row -> texts.get("Kind_" + row.alarm().kind().getLiteral())).wide(140),
                TableColumn.<Row>text("problem", texts.get("Column_Problem"), row -> row.alarm().identity().specificProblem())
                        .wide(240),
                TableColumn.<Row>time("raised", texts.get("Column_Raised"), row -> Optional.of(row.alarm().raised())),
                TableColumn.<Row>number("lasting", texts.get("Column_Lasting"), "h", 1, Row::hours),
                TableColumn.<Row>time("cleared", texts.get("Column_Cleared"), row -> row.alarm().cleared()),
                TableColumn.<Row>choice("state", texts.get("Column_State"), states,
                        row -> texts.get("State_" + row.alarm().state().name())).wide(170),
                TableColumn.<Row>text("acknowledged", texts.get("Column_AcknowledgedBy"),
                        row -> row.alarm().acknowledgement().map(Acknowledgement::user).orElse("")),
                TableColumn.<Row>number("acknowledgedFor", texts.get("Column_AcknowledgedFor"), "h", 1, Row::acknowledgedFor),
                TableColumn.<Row>number("waitingFor", texts.get("Column_WaitingFor"), "h", 1, Row::waitingFor),
                TableColumn.<Row>text("assigned", texts.get("Column_AssignedTo"), row -> row.alarm().assignedTo().orElse("")),
                TableColumn.<Row>text("situation", texts.get("Column_Situation"), Row::situation).wide(180),
                TableColumn.<Row>integer("stands", texts.get("Column_Stands"), "", Row::stands),
                TableColumn.<Row>time("shelved", texts.get("Column_ShelvedUntil"),
                        row -> row.alarm().shelving().map(Shelving::until)).hidden(),
                TableColumn.<Row>integer("flaps", texts.get("Column_Flaps"), "", row -> row.alarm().flapCount()),
                TableColumn.<Row>severity("highest", texts.get("Column_Highest"),
                        row -> Severity.named(row.alarm().highestSeverity().getLiteral())).hidden(),
                TableColumn.<Row>choice("trend", texts.get("Column_Trend"), List.of(),
                        row -> texts.get("Trend_" + row.alarm().trend().getLiteral())).hidden(),
                TableColumn.<Row>text("technology", texts.get("Column_Technology"),
                        row -> Literals.technology(row.cell().map(CellInfo::technology).orElse(""))).hidden(),
                TableColumn.<Row>text("cause", texts.get("Column_Cause"), row -> row.alarm().identity().probableCause()).hidden(),
                TableColumn.<Row>text("ruleSet", texts.get("Column_RuleSet"), row -> row.alarm().ruleSet()).hidden(),
                TableColumn.<Row>text("object", texts.get("Column_Object"), row -> row.alarm().identity().objectInstance()).hidden());
    }
}
