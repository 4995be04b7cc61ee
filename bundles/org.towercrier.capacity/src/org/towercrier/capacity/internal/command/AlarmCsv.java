package org.towercrier.capacity.internal.command;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Alarm;

/** The alarm list for a spreadsheet. A text that a spreadsheet would take for a formula is made harmless. */
final class AlarmCsv {

    private AlarmCsv() {
    }

    static String write(List<Alarm> alarms) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("id", "cell", "kind", "severity", "alarmType", "probableCause", "specificProblem", "raised",
                    "cleared", "acknowledged", "acknowledgedBy", "assignedTo", "flapCount", "highestSeverity", "trend",
                    "ruleSet", "rule", "synthetic", "evidence");
            for (Alarm alarm : alarms) {
                csv.writeRecord(alarm.id(), harmless(alarm.cell()), alarm.kind().getLiteral(),
                        alarm.severity().getLiteral(), alarm.identity().alarmType().getLiteral(),
                        harmless(alarm.identity().probableCause()), harmless(alarm.identity().specificProblem()),
                        alarm.raised().toString(), alarm.cleared().map(Object::toString).orElse(""),
                        Boolean.toString(alarm.acknowledgement().isPresent()),
                        harmless(alarm.acknowledgement().map(Acknowledgement::user).orElse("")),
                        harmless(alarm.assignedTo().orElse("")), Integer.toString(alarm.flapCount()),
                        alarm.highestSeverity().getLiteral(), alarm.trend().getLiteral(), harmless(alarm.ruleSet()),
                        harmless(alarm.rule()), Boolean.toString(alarm.synthetic()), alarm.evidence());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A string takes what is written to it", e);
        }
        return text.toString();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
