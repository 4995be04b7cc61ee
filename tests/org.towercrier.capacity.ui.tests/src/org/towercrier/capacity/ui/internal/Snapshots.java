package org.towercrier.capacity.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

/** Small networks for tests. */
public final class Snapshots {

    public static final Instant LATEST = Instant.parse("2026-03-02T00:00:00Z");

    private final List<CellInfo> cells = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();

    public Snapshots cell(String id, String site, String region) {
        cells.add(new CellInfo(id, "Cell " + id, site, region, "LTE_TDD", "URBAN", "", "B41", Optional.of(20.0), 11.5, 48.1, 120,
                Double.NaN, Double.NaN, false));
        return this;
    }

    public Snapshots alarm(String cell, PerceivedSeverity severity) {
        return alarm(cell, severity, Optional.empty());
    }

    public Snapshots alarm(String cell, PerceivedSeverity severity, Optional<Instant> cleared) {
        AlarmIdentity identity = new AlarmIdentity(cell, AlarmType.QUALITY_OF_SERVICE_ALARM, "thresholdCrossed",
                "Dense load " + alarms.size());
        Instant raised = LATEST.minusSeconds(7_200);
        alarms.add(new Alarm(identity.recordId(0), 0, identity, cell, AlarmKind.DENSE_LOAD, "set", "rule",
                List.of(new Activation(raised, List.of(new SeverityChange(raised, severity)), cleared)), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), false, Alarm.NO_EVIDENCE));
        return this;
    }

    public NetworkSnapshot build() {
        return new NetworkSnapshot(cells, alarms, List.of(), List.of(), Optional.of(LATEST), 96, 0);
    }
}
