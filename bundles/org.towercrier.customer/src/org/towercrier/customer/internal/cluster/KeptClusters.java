package org.towercrier.customer.internal.cluster;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.customer.Clusters;
import org.towercrier.customer.Clusters.Report;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.segment.Assigned;
import org.towercrier.model.customer.Cluster;
import org.towercrier.model.customer.ClusterModel;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.statistics.cluster.AdjustedRand;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Groups that were learned before, as they are kept. */
final class KeptClusters {

    private static final TableSchema MEMBERS = TableSchema.of(Literals.SEGMENT_MEMBERSHIP);
    private static final Field<String> ID = field(name(CustomerBase.ID), String.class);
    /** As many customers as are learned on tell the agreement closely enough. */
    private static final int COMPARED = 20_000;

    private final Store store;
    private final CustomerBase base;
    private final Segments segments;

    KeptClusters(Store store, CustomerBase base, Segments segments) {
        this.store = store;
        this.base = base;
        this.segments = segments;
    }

    Report report(ClusterModel model, Cancellation cancel) throws StoreException {
        List<String> features = List.copyOf(model.getAttributes());
        List<String> names = model.getClusters().stream().map(Cluster::getName).toList();
        long[] sizes = model.getClusters().stream().mapToLong(cluster -> cluster.getSize() == null ? 0 : cluster.getSize()).toArray();
        double[][] originals = new double[names.size()][];
        double[][] middles = new double[names.size()][];
        for (int k = 0; k < names.size(); k++) {
            originals[k] = model.getClusters().get(k).getCentroid().stream().mapToDouble(Double::doubleValue).toArray();
            middles[k] = new double[originals[k].length];
            for (int f = 0; f < middles[k].length; f++) {
                double deviation = model.getDeviations().get(f);
                middles[k][f] = deviation == 0 ? 0 : (originals[k][f] - model.getMeans().get(f)) / deviation;
            }
        }
        long scored = java.util.Arrays.stream(sizes).sum();
        Table<Record> customers = base.current();
        long all = store.read(sql -> (long) sql.fetchCount(customers), cancel);
        return new Report(features, scored, Math.max(0, all - scored), model.getSampleSize() == null ? 0 : model.getSampleSize(),
                model.getSilhouette() == null ? Double.NaN : model.getSilhouette(), Map.of(), agreement(customers, names, cancel),
                Double.NaN,
                Double.NaN, Profiles.of(names, sizes, features, middles, originals));
    }

    /** Of those who are in a group by the latest scoring. NaN when the rules cannot be evaluated any more. */
    private double agreement(Table<Record> customers, List<String> names, Cancellation cancel) throws StoreException {
        Field<LocalDate> date = MEMBERS.field("date", LocalDate.class);
        Field<String> segmentation = MEMBERS.field("segmentation", String.class);
        try {
            LocalDate asOf = base.latest();
            Assigned rules = Assigned.of(segments.find(Segments.FOUR).orElseThrow(), asOf, base.others());
            var latest = select(max(date)).from(MEMBERS.table()).where(segmentation.eq(Clusters.SEGMENTATION));
            Table<?> members = select(MEMBERS.field("customer", String.class).as("who"),
                    MEMBERS.field("segment", String.class).as("cluster"))
                    .from(MEMBERS.table()).where(segmentation.eq(Clusters.SEGMENTATION)).and(date.eq(latest)).asTable("m");
            var rows = store
                    .read(sql -> sql.select(members.field("cluster", String.class), coalesce(rules.segment(), inline(Segments.UNASSIGNED)))
                            .from(customers).join(members).on(members.field("who", String.class).eq(ID)).orderBy(org.jooq.impl.DSL.md5(ID))
                            .limit(COMPARED)
                            .fetch(), cancel);
            List<String> paths = new ArrayList<>(rules.paths());
            paths.add(Segments.UNASSIGNED);
            int[] one = rows.stream().mapToInt(row -> names.indexOf(row.value1())).toArray();
            int[] other = rows.stream().mapToInt(row -> paths.indexOf(row.value2())).toArray();
            return one.length == 0 ? Double.NaN : AdjustedRand.index(one, other);
        } catch (CustomerException broken) {
            return Double.NaN;
        }
    }
}
