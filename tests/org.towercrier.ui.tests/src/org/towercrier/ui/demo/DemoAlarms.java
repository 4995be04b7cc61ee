package org.towercrier.ui.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;

/** Made-up alarms for trying out tables. */
public final class DemoAlarms {

    private static final String[] REGIONS = { "Old Town", "Jade Gate", "North Lake", "River Bend", "Tech Park", "Pine Hill" };
    private static final String[] CAUSES = { "Dense load", "Intermittent peak", "No data", "Quality degradation" };

    /** A made-up alarm. */
    public record Alarm(int number, Optional<Severity> severity, String cell, String region, String cause, double load,
            long users, Instant raised, boolean acknowledged) {
    }

    private DemoAlarms() {
    }

    /** A number of alarms, always the same. */
    public static List<Alarm> alarms(int count) {
        Random random = new Random(11);
        List<Alarm> alarms = new ArrayList<>(count);
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        for (int i = 0; i < count; i++) {
            double load = random.nextInt(40) == 0 ? Double.NaN : 60 + 40 * random.nextDouble();
            Severity severity = Severity.values()[Math.min(5, (int) Math.abs(random.nextGaussian() * 2.2))];
            alarms.add(new Alarm(i, Optional.of(severity),
                    "Site " + (1000 + random.nextInt(Math.max(1, count / 4))) + " \u00B7 sector " + (1 + random.nextInt(3)),
                    REGIONS[random.nextInt(REGIONS.length)], CAUSES[random.nextInt(CAUSES.length)], load,
                    random.nextInt(4000), now.minusSeconds(random.nextInt(14 * 86400)), random.nextInt(4) == 0));
        }
        return alarms;
    }

    public static List<TableColumn<Alarm>> columns() {
        return List.of(TableColumn.severity("severity", "Severity", Alarm::severity),
                TableColumn.text("cell", "Cell", Alarm::cell), TableColumn.choice("region", "Region", List.of(), Alarm::region),
                TableColumn.choice("cause", "Cause", List.of(CAUSES), Alarm::cause),
                TableColumn.number("load", "Busy hour load", "%", 1, Alarm::load).wide(140),
                TableColumn.integer("users", "Users", "", Alarm::users),
                TableColumn.time("raised", "Raised", alarm -> Optional.of(alarm.raised())),
                TableColumn.choice("state", "State", List.of("open", "acknowledged"),
                        alarm -> alarm.acknowledged() ? "acknowledged" : "open"),
                TableColumn.integer("number", "Number", "", Alarm::number).hidden());
    }
}
