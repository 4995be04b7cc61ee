package org.towercrier.customer.internal.segment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.towercrier.customer.Segments;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Which version of the rules an assignment was computed with. */
final class SegmentRuns {

    private static final Table<Record> RUNS = table(name("segment_run"));
    private static final Field<String> SEGMENTATION = field(name("segmentation"), SQLDataType.CLOB);
    private static final Field<LocalDate> DATE = field(name("date"), SQLDataType.LOCALDATE);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<String> AT = field(name("at"), SQLDataType.CLOB);
    /** Somebody who began long ago has rules that are older than these many versions. */
    private static final int OLDEST = 50;

    private final Store store;
    private final Clock clock;

    SegmentRuns(Store store) {
        this.store = store;
        this.clock = Clock.systemUTC();
    }

    /** The latest kept version with exactly these rules; {@link Documents#NEW} when they were never saved. */
    long version(Segmentation rules) throws StoreException {
        for (DocumentInfo info : store.documents().history(Segments.KIND, rules.getName()).stream().limit(OLDEST).toList()) {
            Optional<Segmentation> kept = store.documents().load(Segments.KIND, rules.getName(), info.version(), Segmentation.class)
                    .map(found -> found.root());
            if (kept.filter(each -> EcoreUtil.equals(each, rules)).isPresent()) {
                return info.version();
            }
        }
        return Documents.NEW;
    }

    /** Notes an assignment in the transaction that makes it. */
    void note(DSLContext sql, String segmentation, LocalDate date, long version) {
        sql.createTableIfNotExists(RUNS).columns(SEGMENTATION, DATE, VERSION, AT).execute();
        sql.deleteFrom(RUNS).where(SEGMENTATION.eq(segmentation)).and(DATE.eq(date)).execute();
        sql.insertInto(RUNS, SEGMENTATION, DATE, VERSION, AT).values(segmentation, date, version, clock.instant().toString()).execute();
    }

    /** The assignments of a segmentation, latest date first. */
    List<Segments.Run> of(String segmentation) throws StoreException {
        long current = store.documents().history(Segments.KIND, segmentation).stream().mapToLong(DocumentInfo::version).max()
                .orElse(Documents.NEW);
        return store.read(sql -> sql.meta().getTables("segment_run").isEmpty() ? List.<Segments.Run>of()
                : sql.select(DATE, VERSION, AT).from(RUNS).where(SEGMENTATION.eq(segmentation)).orderBy(DATE.desc())
                        .fetch(row -> new Segments.Run(segmentation, row.value1(), row.value2(), Instant.parse(row.value3()),
                                row.value2() == current)));
    }
}
