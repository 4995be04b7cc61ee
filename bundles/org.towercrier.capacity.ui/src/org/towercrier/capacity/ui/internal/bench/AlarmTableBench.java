package org.towercrier.capacity.ui.internal.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.parts.AlarmColumns;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.ColumnFilter;
import org.towercrier.ui.table.FilterParser;
import org.towercrier.ui.table.RowIndex;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;

/** Times the slowest filter, sort or grouping of the alarm table, over every column. */
@Component(service = BenchCase.class)
public final class AlarmTableBench implements BenchCase {

    private static final List<PerceivedSeverity> SEVERITIES = List.of(PerceivedSeverity.CRITICAL, PerceivedSeverity.MAJOR,
            PerceivedSeverity.MINOR, PerceivedSeverity.WARNING);
    private static final int ROUNDS = 5;

    @Override
    public BenchInfo info() {
        return BenchInfo.of("alarms-100k-filter-ms", "slowest filter, sort or grouping of the alarm table", "ms",
                BenchInfo.Goal.atMost(100));
    }

    @Override
    public BenchResult run(BenchContext context) {
        int n = context.scale() == BenchScale.FULL ? 100_000 : 10_000;
        UiMessages messages = UiMessages.of(Locale.ENGLISH);
        List<TableColumn<AlarmColumns.Row>> columns = AlarmColumns.of(new Texts(Locale.ENGLISH));
        RowSet<AlarmColumns.Row> rows = RowSet.of(columns, rows(n), messages);
        RowIndex index = new RowIndex(rows.stores());
        double worst = 0;
        int operations = 0;
        for (int round = 0; round < ROUNDS; round++) {
            worst = 0;
            operations = 0;
            for (int column = 0; column < columns.size(); column++) {
                for (Runnable operation : operations(index, columns.get(column), column)) {
                    long start = System.nanoTime();
                    operation.run();
                    worst = Math.max(worst, (System.nanoTime() - start) / 1e6);
                    operations++;
                }
            }
        }
        return new BenchResult(worst, String.format(Locale.ROOT, "%,d alarms, %d operations on %d columns", n, operations,
                columns.size()));
    }

    private static List<Runnable> operations(RowIndex index, TableColumn<AlarmColumns.Row> column, int number) {
        String typed = switch (column.type()) {
            case TEXT -> "7";
            case CHOICE -> "Dense load";
            case SEVERITY -> "Major,Critical";
            case NUMBER, INTEGER -> ">1";
            case TIME -> ">2026-01-10";
        };
        Optional<ColumnFilter> filter = new FilterParser(ZoneOffset.UTC, Locale.ENGLISH).parse(column.type(), typed);
        List<Runnable> operations = new ArrayList<>();
        operations.add(() -> index.sort(List.of(new RowIndex.SortKey(number, true))));
        operations.add(() -> index.sort(List.of(new RowIndex.SortKey(number, false))));
        filter.ifPresent(wanted -> {
            operations.add(() -> index.filter(number, wanted));
            operations.add(() -> index.unfilter(number));
        });
        if (index.isGroupable(number)) {
            operations.add(() -> index.groupBy(number));
            operations.add(index::ungroup);
        }
        operations.add(() -> index.quickFilter("site-12 dense"));
        operations.add(() -> index.quickFilter(""));
        return operations;
    }

    private static List<AlarmColumns.Row> rows(int n) {
        SplittableRandom random = new SplittableRandom(3);
        Instant end = Instant.parse("2026-02-01T00:00:00Z");
        List<AlarmColumns.Row> rows = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            String cell = "cell-" + random.nextInt(n / 2);
            AlarmIdentity identity = new AlarmIdentity(cell, AlarmType.QUALITY_OF_SERVICE_ALARM, "thresholdCrossed",
                    "Dense load at the busy hour " + i % 7);
            Instant raised = end.minusSeconds(random.nextInt(30 * 86_400));
            PerceivedSeverity severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
            Activation up = new Activation(raised, List.of(new SeverityChange(raised, severity)), Optional.empty());
            Alarm alarm = new Alarm(identity.recordId(i), i, identity, cell, AlarmKind.values()[random.nextInt(4)], "bench", "rule",
                    List.of(up), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, Alarm.NO_EVIDENCE);
            CellInfo info = new CellInfo(cell, "Cell " + cell, "site-" + random.nextInt(n / 6), "region-" + i % 12, "LTE_TDD",
                    "URBAN", "", "B41", Optional.of(20.0), 11, 48, 120, 65, 500, true);
            rows.add(new AlarmColumns.Row(alarm, Optional.of(info), end));
        }
        return rows;
    }
}
