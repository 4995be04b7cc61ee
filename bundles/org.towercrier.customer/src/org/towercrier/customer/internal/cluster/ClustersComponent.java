package org.towercrier.customer.internal.cluster;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.customer.Clusters;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.Figure;
import org.towercrier.customer.internal.cluster.TableClusters.Learned;
import org.towercrier.customer.internal.segment.Assigned;
import org.towercrier.customer.internal.segment.FourSegments;
import org.towercrier.model.customer.Cluster;
import org.towercrier.model.customer.ClusterModel;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.statistics.cluster.AdjustedRand;
import org.towercrier.statistics.cluster.Clustering;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Learns on a sample of the base of customers and scores all of it. */
@Component(service = Clusters.class)
public final class ClustersComponent implements Clusters {

    private static final List<String> USUAL = List.of("Customer.tenure", "MonthlyFacts.spend", "MonthlyFacts.voiceMinutes",
            "MonthlyFacts.dataVolume");
    private static final TableSchema MEMBERS = TableSchema.of(Literals.SEGMENT_MEMBERSHIP);
    private static final Field<String> ID = field(name(CustomerBase.ID), String.class);
    private static final int FEWEST = 20;
    private static final int MONTHS = 3;

    private final Store store;
    private final CustomerBase base;
    private final Segments segments;

    @Activate
    public ClustersComponent(@Reference Store store, @Reference CustomerBase base, @Reference Segments segments) {
        this.store = store;
        this.base = base;
        this.segments = segments;
    }

    @Override
    public List<String> usualFeatures() throws StoreException {
        Table<Record> customers = base.current();
        List<String> known = new ArrayList<>();
        for (String feature : USUAL) {
            Field<Double> column = column(feature).orElseThrow();
            if (store.read(sql -> sql.select(DSL.stddevPop(column)).from(customers).fetchOne(0, Double.class)) instanceof Double spread
                    && spread > 0) {
                known.add(feature);
            }
        }
        return known;
    }

    /** The column of an attribute that is a number. */
    private static Optional<Field<Double>> column(String feature) {
        String attribute = feature.substring(feature.indexOf('.') + 1);
        if (feature.startsWith("MonthlyFacts.")) {
            Figure figure = new Figure(attribute, FactsAggregation.MEAN, MONTHS);
            return CustomerBase.ready(figure) ? Optional.of(field(name(figure.column()), Double.class)) : Optional.empty();
        }
        if (feature.equals("Subscription.count")) {
            return Optional.of(field(name("products"), Double.class).cast(Double.class));
        }
        boolean number = TableSchema.of(Literals.CUSTOMER).column(attribute).filter(column -> switch (column.type()) {
            case DOUBLE, INTEGER, BIGINT -> true;
            default -> false;
        }).isPresent();
        return number && CustomerBase.column(Literals.CUSTOMER, attribute).isPresent()
                ? Optional.of(field(name(attribute), Double.class).cast(Double.class))
                : Optional.empty();
    }

    @Override
    public Report learn(Request request, Cancellation cancel) throws CustomerException, StoreException {
        long begin = System.nanoTime();
        List<String> features = request.features().isEmpty() ? usualFeatures() : request.features();
        List<Field<Double>> fields = new ArrayList<>();
        for (String feature : features) {
            fields.add(column(feature).orElseThrow(() -> new CustomerException(CustomerMessages.text("Cluster_Feature", feature))));
        }
        LocalDate asOf = base.latest();
        Table<Record> customers = base.at(asOf);
        Segmentation four = segments.find(Segments.FOUR).orElseThrow();
        Assigned rules = Assigned.of(four, asOf, base.others());
        Sample sample = sample(customers, fields, rules, request, cancel);
        if (fields.isEmpty() || sample.rules().length < Math.max(FEWEST, request.clusters())) {
            throw new CustomerException(CustomerMessages.text("Cluster_TooFew", sample.rules().length, String.join(", ", features)));
        }
        Learned learned = TableClusters.learn(sample.columns(), request.clusters(), request.restarts(), request.seed());
        Optional<ClusterModel> earlier = store.documents().load(KIND, SEGMENTATION, ClusterModel.class).map(found -> found.root())
                .filter(model -> model.getAttributes().equals(features) && model.getClusters().size() == learned.clustering().clusters());
        Clustering clustering = earlier.map(model -> learned.clustering().labelledLike(middles(model, learned)))
                .orElse(learned.clustering());
        List<String> names = earlier.map(model -> model.getClusters().stream().map(Cluster::getName).toList())
                .orElseGet(() -> names(clustering, sample.rules(), rules.paths()));
        double agreement = AdjustedRand.index(clustering.labels(), sample.rules());
        long middle = System.nanoTime();
        long[] sizes = score(customers, fields, learned, clustering, names, asOf, cancel);
        long end = System.nanoTime();
        double[][] originals = TableClusters.originals(learned.scale(), clustering.centroids());
        save(features, request, learned, clustering, names, sizes, originals);
        long scored = Arrays.stream(sizes).limit(names.size()).sum();
        return new Report(features, scored, sizes[names.size()], sample.rules().length, learned.silhouette(), learned.tried(), agreement,
                (middle - begin) / 1e9, (end - middle) / 1e9,
                Profiles.of(names, Arrays.copyOf(sizes, names.size()), features, clustering.centroids(), originals));
    }

    @Override
    public Optional<Report> latest(Cancellation cancel) throws StoreException {
        Optional<ClusterModel> kept = store.documents().load(KIND, SEGMENTATION, ClusterModel.class).map(found -> found.root());
        return kept.isEmpty() ? Optional.empty() : Optional.of(new KeptClusters(store, base, segments).report(kept.get(), cancel));
    }

    /** Customers to learn on. @param columns by feature @param rules number of the segment that the rules put each into, the last for none */
    private record Sample(double[][] columns, int[] rules) {
    }

    /** The customers with the smallest digests of their identities: random, and the same every time. */
    private Sample sample(Table<Record> customers, List<Field<Double>> fields, Assigned rules, Request request, Cancellation cancel)
            throws StoreException {
        Condition complete = DSL.and(fields.stream().map(Field::isNotNull).toList());
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(fields);
        columns.add(rules.segment());
        var rows = store.read(sql -> {
            long all = sql.fetchCount(customers, complete);
            double share = all == 0 ? 1 : Math.min(1, 1.2 * request.sample() / all);
            Condition drawn = share >= 1 ? DSL.trueCondition()
                    : DSL.substring(DSL.md5(DSL.concat(ID, val("/" + request.seed()))), 1, 4)
                            .lt(inline(String.format("%04x", (int) Math.ceil(share * 65_536))));
            return sql.select(columns).from(customers).where(complete).and(drawn).orderBy(DSL.md5(ID)).limit(request.sample()).fetch();
        }, cancel);
        double[][] values = new double[fields.size()][rows.size()];
        int[] labels = new int[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int f = 0; f < fields.size(); f++) {
                values[f][i] = (Double) rows.get(i).get(f);
            }
            int path = rules.paths().indexOf(rows.get(i).get(fields.size()));
            labels[i] = path < 0 ? rules.paths().size() : path;
        }
        return new Sample(values, labels);
    }

    /** The middles of an earlier run on the scale of this one. */
    private static double[][] middles(ClusterModel model, Learned learned) {
        double[][] middles = new double[model.getClusters().size()][];
        for (int k = 0; k < middles.length; k++) {
            double[] original = model.getClusters().get(k).getCentroid().stream().mapToDouble(Double::doubleValue).toArray();
            middles[k] = new double[original.length];
            for (int f = 0; f < original.length; f++) {
                double deviation = learned.scale().deviations()[f];
                middles[k][f] = deviation == 0 ? 0 : (original[f] - learned.scale().means()[f]) / deviation;
            }
        }
        return middles;
    }

    /** Four groups take the names of the four rules, each the one it shares most customers with; others are numbered. */
    private static List<String> names(Clustering clustering, int[] rules, List<String> paths) {
        int k = clustering.clusters();
        String[] names = new String[k];
        if (k == FourSegments.NAMES.size()) {
            double[][] shared = new double[k][paths.size() + 1];
            for (int i = 0; i < rules.length; i++) {
                shared[clustering.labels()[i]][rules[i]] += 1.0 / clustering.sizes()[clustering.labels()[i]];
            }
            List<String> free = new ArrayList<>(FourSegments.NAMES);
            for (int round = 0; round < k; round++) {
                int best = -1;
                int rule = -1;
                for (int c = 0; c < k; c++) {
                    for (int r = 0; names[c] == null && r < paths.size(); r++) {
                        if (free.contains(paths.get(r)) && (best < 0 || shared[c][r] > shared[best][rule])) {
                            best = c;
                            rule = r;
                        }
                    }
                }
                if (best >= 0) {
                    names[best] = paths.get(rule);
                    free.remove(paths.get(rule));
                }
            }
        }
        for (int c = 0; c < k; c++) {
            names[c] = names[c] == null ? "cluster-" + (c + 1) : names[c];
        }
        return List.of(names);
    }

    /** Puts everyone into the nearest group; a feature that is absent says nothing about the distance. @return sizes, and those of whom no feature is known last */
    private long[] score(Table<Record> customers, List<Field<Double>> fields, Learned learned, Clustering clustering, List<String> names,
            LocalDate asOf,
            Cancellation cancel) throws StoreException {
        List<SelectFieldOrAsterisk> distances = new ArrayList<>(List.of(ID.as("id")));
        List<Field<Double>> all = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            Field<Double> distance = inline(0.0);
            for (int f = 0; f < fields.size(); f++) {
                double deviation = learned.scale().deviations()[f];
                if (deviation > 0) {
                    Field<Double> away = fields.get(f).minus(inline(learned.scale().means()[f] + clustering.centroids()[k][f] * deviation))
                            .div(inline(deviation));
                    distance = distance.plus(coalesce(away.mul(away), inline(0.0)));
                }
            }
            distances.add(distance.as("d" + k));
            all.add(field(name("d" + k), Double.class));
        }
        Table<?> measured = select(distances).from(customers).where(DSL.or(fields.stream().map(Field::isNotNull).toList())).asTable("m");
        Field<Double> shortest = all.size() == 1 ? all.get(0) : least(all.get(0), all.subList(1, all.size()).toArray(new Field<?>[0]));
        CaseConditionStep<String> nearest = when(all.get(0).eq(shortest), inline(names.get(0)));
        for (int k = 1; k < names.size(); k++) {
            nearest = nearest.when(all.get(k).eq(shortest), inline(names.get(k)));
        }
        Field<String> segmentation = MEMBERS.field("segmentation", String.class);
        Field<LocalDate> date = MEMBERS.field("date", LocalDate.class);
        Field<String> segment = MEMBERS.field("segment", String.class);
        Field<String> group = nearest;
        return store.write(tx -> {
            tx.sql().deleteFrom(MEMBERS.table()).where(segmentation.eq(SEGMENTATION)).and(date.eq(asOf)).execute();
            tx.sql().insertInto(MEMBERS.table(), segmentation, MEMBERS.field("customer", String.class), date, segment)
                    .select(select(inline(SEGMENTATION), field(name("id"), String.class), inline(asOf), group).from(measured)).execute();
            long[] sizes = new long[names.size() + 1];
            tx.sql().select(segment, DSL.count()).from(MEMBERS.table()).where(segmentation.eq(SEGMENTATION)).and(date.eq(asOf))
                    .groupBy(segment)
                    .forEach(row -> sizes[names.indexOf(row.value1())] = row.value2());
            sizes[names.size()] = tx.sql().fetchCount(customers) - Arrays.stream(sizes).sum();
            return sizes;
        }, cancel);
    }

    private void save(List<String> features, Request request, Learned learned, Clustering clustering, List<String> names, long[] sizes,
            double[][] originals)
            throws StoreException {
        ClusterModel model = CustomerFactory.eINSTANCE.createClusterModel();
        model.setName(SEGMENTATION);
        model.getAttributes().addAll(features);
        for (int f = 0; f < features.size(); f++) {
            model.getMeans().add(learned.scale().means()[f]);
            model.getDeviations().add(learned.scale().deviations()[f]);
        }
        model.setSeed(request.seed());
        model.setRestarts(request.restarts());
        model.setSampleSize(clustering.labels().length);
        model.setSilhouette(learned.silhouette());
        model.setLearned(Clock.systemUTC().instant());
        for (int k = 0; k < names.size(); k++) {
            Cluster cluster = CustomerFactory.eINSTANCE.createCluster();
            cluster.setName(names.get(k));
            cluster.setSize(sizes[k]);
            for (double value : originals[k]) {
                cluster.getCentroid().add(value);
            }
            model.getClusters().add(cluster);
        }
        long version = store.documents().load(KIND, SEGMENTATION, ClusterModel.class).map(found -> found.info().version())
                .orElse(Documents.NEW);
        store.documents().save(KIND, SEGMENTATION, model, version);
    }
}
