package org.towercrier.network.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.network.Cell;
import org.towercrier.model.network.NetworkFactory;
import org.towercrier.model.network.NetworkPackage.Literals;
import org.towercrier.network.Topology;
import org.towercrier.network.Topology.SiteInfo;
import org.towercrier.network.TopologyService;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** The topology of the open store. */
@Component
public final class StoredTopology implements TopologyService {

    private static final TableSchema CELL = TableSchema.of(Literals.CELL);

    private final Store store;

    @Activate
    public StoredTopology(@Reference Store store) throws StoreException {
        this.store = store;
        store.ensure(ModelPackages.stored());
    }

    @Override
    public Topology load() throws StoreException {
        return store.read(StoredTopology::load);
    }

    private static Topology load(DSLContext sql) {
        TopologyReader reader = new TopologyReader(sql);
        Findings findings = new Findings();
        Map<String, SiteInfo> sites = reader.sites();
        Map<String, Optional<String>> stations = reader.stations();
        TopologyBuilder.Result result = new TopologyBuilder(sites, stations, reader.regions(), findings)
                .build(reader.cells());
        RelationChecks relations = new RelationChecks(sql, findings);
        relations.run();
        return new Topology(reader.networks(), result.regions(), List.copyOf(sites.values()), stations.size(),
                result.cells(), result.sectors(), relations.neighbours(), findings.all());
    }

    @Override
    public Optional<Cell> cell(String id) throws StoreException {
        List<EAttribute> attributes = new ArrayList<>();
        for (TableSchema.Column column : CELL.columns()) {
            column.feature().filter(EAttribute.class::isInstance).map(EAttribute.class::cast)
                    .filter(attribute -> !attribute.isMany()).ifPresent(attributes::add);
        }
        return store.read(sql -> sql.select(attributes.stream().map(CELL::field).toList()).from(CELL.table())
                .where(CELL.field("id", String.class).eq(id)).fetchOptional().map(row -> object(row, attributes)));
    }

    private static Cell object(Record row, List<EAttribute> attributes) {
        Cell cell = NetworkFactory.eINSTANCE.createCell();
        for (int i = 0; i < attributes.size(); i++) {
            EAttribute attribute = attributes.get(i);
            Object value = row.get(i);
            if (value != null && attribute.getEAttributeType() instanceof EEnum literals) {
                Optional.ofNullable(literals.getEEnumLiteralByLiteral(value.toString()))
                        .ifPresent(literal -> cell.eSet(attribute, literal.getInstance()));
            } else if (value != null) {
                cell.eSet(attribute, value);
            }
        }
        return cell;
    }
}
