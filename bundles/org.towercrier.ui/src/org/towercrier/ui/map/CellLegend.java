package org.towercrier.ui.map;

import java.util.ArrayList;
import java.util.List;

import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Severity;

/** What the colours of cells mean, with counts. */
final class CellLegend {

    private CellLegend() {
    }

    static List<LegendEntry> of(CellColouring colouring, UiMessages messages) {
        return switch (colouring) {
            case CellColouring.Plain plain -> List.of();
            case CellColouring.ByValue by -> {
                long missing = 0;
                for (float value : by.value()) {
                    missing += Float.isNaN(value) ? 1 : 0;
                }
                yield List.of(new LegendEntry.Scale(by.scale(), missing));
            }
            case CellColouring.BySeverity by -> severities(by.severity(), messages);
        };
    }

    private static List<LegendEntry> severities(byte[] severities, UiMessages messages) {
        long[] counts = new long[Severity.values().length];
        long rest = 0;
        for (byte severity : severities) {
            if (severity < 0) {
                rest++;
            } else {
                counts[severity]++;
            }
        }
        List<LegendEntry> entries = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (counts[severity.ordinal()] > 0 || severity.compareTo(Severity.WARNING) <= 0) {
                entries.add(new LegendEntry.Level(severity, counts[severity.ordinal()]));
            }
        }
        entries.add(new LegendEntry.Rest(messages.get("Map_NoAlarm"), rest));
        return entries;
    }
}
