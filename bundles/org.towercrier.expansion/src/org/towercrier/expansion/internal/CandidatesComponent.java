package org.towercrier.expansion.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.expansion.CandidateSites;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.Cancellation;
import org.towercrier.store.MergePolicy;
import org.towercrier.store.Staging;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** Candidates as rows of their table. */
@Component(service = CandidateSites.class)
public final class CandidatesComponent implements CandidateSites {

    private static final NetworkPackage MODEL = NetworkPackage.eINSTANCE;
    private static final int CHUNK = 1_000;

    private final Store store;
    private final TableSchema schema = TableSchema.of(MODEL.getCandidateSite());

    /** Of the open workspace. */
    @Activate
    public CandidatesComponent(@Reference Store store) {
        this.store = store;
    }

    @Override
    public List<Candidate> list() throws StoreException {
        return store.read(this::read, Cancellation.none());
    }

    private List<Candidate> read(DSLContext sql) {
        List<Candidate> all = new ArrayList<>();
        for (Record row : sql.select(List.of(text("id"), text("name"), number("latitude"), number("longitude"), text("note")))
                .from(schema.table()).fetch()) {
            Double latitude = row.get(number("latitude"));
            Double longitude = row.get(number("longitude"));
            String id = String.valueOf(row.get(text("id")));
            String name = Optional.ofNullable(row.get(text("name"))).filter(some -> !some.isBlank()).orElse(id);
            if (latitude != null && longitude != null && Candidate.problem(name, latitude, longitude).isEmpty()) {
                all.add(new Candidate(id, name, latitude, longitude, Optional.ofNullable(row.get(text("note"))).orElse("")));
            }
        }
        all.sort(Comparator.comparing(Candidate::name).thenComparing(Candidate::id));
        return all;
    }

    private Field<String> text(String column) {
        return schema.field(column, String.class);
    }

    private Field<Double> number(String column) {
        return schema.field(column, Double.class);
    }

    @Override
    public void put(Collection<Candidate> candidates) throws StoreException {
        store.write(tx -> {
            merge(tx, candidates);
            return null;
        });
    }

    private void merge(Transaction tx, Collection<Candidate> candidates) throws StoreException {
        try (Staging staging = tx.stage(MODEL.getCandidateSite())) {
            long line = 0;
            for (Candidate each : candidates) {
                Map<String, Object> values = new HashMap<>();
                values.put("id", each.id());
                values.put("name", each.name());
                values.put("latitude", each.latitude());
                values.put("longitude", each.longitude());
                // An empty note takes the place of another one; an absent one would not.
                values.put("note", each.note());
                for (TableSchema.Column column : schema.columns()) {
                    staging.rows().addObject(values.get(column.name()));
                }
                staging.rows().add(0).add(++line).endRow();
            }
            staging.merge(MergePolicy.UPDATE);
        }
    }

    @Override
    public void remove(Collection<String> ids) throws StoreException {
        List<String> all = List.copyOf(ids);
        store.write(tx -> {
            for (int i = 0; i < all.size(); i += CHUNK) {
                tx.sql().deleteFrom(schema.table()).where(text("id").in(all.subList(i, Math.min(all.size(), i + CHUNK)))).execute();
            }
            return null;
        });
    }
}
