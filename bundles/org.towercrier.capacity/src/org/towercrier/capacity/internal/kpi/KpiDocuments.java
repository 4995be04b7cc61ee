package org.towercrier.capacity.internal.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.Kpis;
import org.towercrier.model.measurement.KpiCatalogue;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.model.measurement.MeasurementFactory;
import org.towercrier.store.Documents;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** The KPI definitions of a workspace: those shipped, and the users' own. */
public final class KpiDocuments {

    private static final String SHIPPED = "kpis";

    private final Documents documents;

    /** In the documents of a store. */
    public KpiDocuments(Documents documents) {
        this.documents = documents;
    }

    /** The shipped definitions, objects of the caller's own. */
    public static List<KpiDefinition> shipped() {
        return List.copyOf(ShippedModels.load(SHIPPED, KpiCatalogue.class).getDefinitions());
    }

    /** The users' own definitions. */
    public Kpis.OwnCatalogue own() throws StoreException {
        Optional<Versioned<KpiCatalogue>> saved = documents.load(Kpis.KIND, Kpis.OWN, KpiCatalogue.class);
        if (saved.isPresent()) {
            return new Kpis.OwnCatalogue(saved.get().root(), saved.get().version());
        }
        KpiCatalogue empty = MeasurementFactory.eINSTANCE.createKpiCatalogue();
        empty.setName(Kpis.OWN);
        return new Kpis.OwnCatalogue(empty, Documents.NEW);
    }

    /** All definitions; the users' own take the place of shipped ones of their name. */
    public KpiBook book() throws StoreException {
        List<KpiDefinition> all = new ArrayList<>(shipped());
        all.addAll(own().catalogue().getDefinitions());
        return new KpiBook(all, new Measurements());
    }
}
