package org.towercrier.capacity.exchange.internal.out;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFormat;
import org.towercrier.capacity.alarm.Shelving;
import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.exchange.Exporter;
import org.towercrier.exchange.ExporterInfo;

import de.siegmar.fastcsv.writer.CsvWriter;

/** The alarm list for a spreadsheet. A text that a spreadsheet would take for a formula is made harmless. */
@Component(service = { AlarmFormat.class, Exporter.class })
public final class CsvFormat implements AlarmFormat, Exporter {

    /** Id of the format. */
    public static final String ID = "csv";

    private static final String BEGINNINGS = "=+-@\t\r\n|";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ExporterInfo info() {
        return new ExporterInfo("alarms-csv", Texts.text("Format_Csv"), "csv", "AlarmRecord");
    }

    @Override
    public void write(List<Story> alarms, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord("id", "cell", "kind", "severity", "alarmType", "probableCause", "specificProblem", "raised", "cleared",
                "acknowledged", "acknowledgedBy", "assignedTo", "flapCount", "highestSeverity", "trend", "ruleSet", "rule", "synthetic",
                "evidence", "object", "changed", "shelvedUntil", "state");
        for (Story story : alarms) {
            Alarm alarm = story.alarm();
            csv.writeRecord(alarm.id(), harmless(alarm.cell()), alarm.kind().getLiteral(), alarm.severity().getLiteral(),
                    alarm.identity().alarmType().getLiteral(), harmless(alarm.identity().probableCause()),
                    harmless(alarm.identity().specificProblem()), alarm.raised().toString(),
                    alarm.cleared().map(Object::toString).orElse(""), Boolean.toString(alarm.acknowledgement().isPresent()),
                    harmless(alarm.acknowledgement().map(Acknowledgement::user).orElse("")), harmless(alarm.assignedTo().orElse("")),
                    Integer.toString(alarm.flapCount()), alarm.highestSeverity().getLiteral(), alarm.trend().getLiteral(),
                    harmless(alarm.ruleSet()), harmless(alarm.rule()), Boolean.toString(alarm.synthetic()), alarm.evidence(),
                    harmless(alarm.identity().objectInstance()), alarm.changed().toString(),
                    alarm.shelving().map(Shelving::until).map(Object::toString).orElse(""), alarm.state().name());
        }
        csv.flush();
    }

    static String harmless(String text) {
        String seen = text.stripLeading();
        boolean risky = !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0
                || !seen.isEmpty() && BEGINNINGS.indexOf(seen.charAt(0)) >= 0;
        return risky ? "'" + text : text;
    }
}
