package org.towercrier.network.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.Cell;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.network.NetworkPackage.Literals;
import org.towercrier.model.network.Technology;
import org.towercrier.network.Inconsistency;
import org.towercrier.network.Inconsistency.Kind;
import org.towercrier.network.Topology;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

class StoredTopologyTest {

    private TemporaryStore temporary;

    @BeforeEach
    void open() throws StoreException, IOException {
        temporary = TestStores.temporary(NetworkPackage.eINSTANCE, MeasurementPackage.eINSTANCE);
    }

    @AfterEach
    void close() throws StoreException, IOException {
        temporary.close();
    }

    @Test
    void anEmptyWorkspaceHasAnEmptyTopology() throws StoreException {
        Topology topology = load();

        assertEquals(0, topology.cells().size());
        assertEquals(List.of(), topology.sectors());
        assertEquals(List.of(), topology.inconsistencies());
        assertFalse(topology.synthetic());
    }

    @Test
    void aCellTakesPositionAndRegionFromItsSite() throws StoreException {
        insert(Literals.REGION, Map.of("id", "R", "name", "Old Town"));
        insert(Literals.SITE, Map.of("id", "S", "latitude", 31.2, "longitude", 121.5, "region", "R"));
        insert(Literals.CELL, Map.of("id", "C", "site", "S", "technology", "LTE_TDD", "azimuth", 90.0));

        Topology topology = load();

        assertEquals(31.2, topology.cells().latitude(0));
        assertEquals(121.5, topology.cells().longitude(0));
        assertEquals("R", topology.cells().region(0).orElseThrow());
        assertEquals(1, topology.regions().getFirst().cells());
        assertEquals(0, topology.cells().sector(0).orElseThrow());
        assertEquals(Map.of(Technology.LTE_TDD, 1L), topology.byTechnology());
        assertEquals(List.of(), topology.inconsistencies());
    }

    @Test
    void aCellFindsItsSiteThroughItsBaseStation() throws StoreException {
        insert(Literals.SITE, Map.of("id", "S", "latitude", 31.2, "longitude", 121.5));
        insert(Literals.BASE_STATION, Map.of("id", "B", "site", "S"));
        insert(Literals.CELL, Map.of("id", "C", "baseStation", "B", "technology", "NR"));

        assertEquals("S", load().cells().site(0).orElseThrow());
    }

    @Test
    void cellsAreFoundByIdentity() throws StoreException {
        insert(Literals.CELL, Map.of("id", "b", "technology", "NR"), Map.of("id", "a", "technology", "GSM"));

        Topology topology = load();

        assertEquals(0, topology.indexOf("a").orElseThrow());
        assertEquals("b", topology.cells().id(topology.indexOf("b").orElseThrow()));
        assertTrue(topology.indexOf("c").isEmpty());
    }

    @Test
    void whatDoesNotFitIsTold() throws StoreException {
        insert(Literals.SITE, Map.of("id", "S", "latitude", 31.2, "longitude", 121.5));
        insert(Literals.CELL, cell("no-site", Map.of("latitude", 31.2, "longitude", 121.5)),
                cell("wrong-site", Map.of("site", "X", "latitude", 31.2, "longitude", 121.5)),
                cell("far", Map.of("site", "S", "latitude", 31.3, "longitude", 121.5)),
                cell("turned", Map.of("site", "S", "azimuth", 400.0)),
                cell("wrong-station", Map.of("site", "S", "baseStation", "X")),
                cell("wrong-region", Map.of("site", "S", "region", "X")), Map.of("id", "no-technology", "site", "S"),
                cell("twin-1", Map.of("site", "S", "mcc", 1, "mnc", 1, "areaCode", 7, "cellIdentity", 99L)),
                cell("twin-2", Map.of("site", "S", "mcc", 1, "mnc", 1, "areaCode", 7, "cellIdentity", 99L)));

        Map<Kind, List<String>> found = found();

        assertEquals(List.of("no-site"), found.get(Kind.CELL_WITHOUT_SITE));
        assertEquals(List.of("wrong-site"), found.get(Kind.UNKNOWN_SITE));
        assertEquals(List.of("far"), found.get(Kind.FAR_FROM_SITE));
        assertEquals(List.of("turned"), found.get(Kind.AZIMUTH_OUT_OF_RANGE));
        assertEquals(List.of("wrong-station"), found.get(Kind.UNKNOWN_BASE_STATION));
        assertEquals(List.of("wrong-region"), found.get(Kind.UNKNOWN_REGION));
        assertEquals(List.of("no-technology"), found.get(Kind.WITHOUT_TECHNOLOGY));
        assertEquals(List.of("twin-2"), found.get(Kind.DUPLICATE_IDENTITY));
        assertFalse(found.containsKey(Kind.WITHOUT_POSITION));
    }

    @Test
    void neighboursAreCheckedAgainstTheInventoryAndOneAnother() throws StoreException {
        insert(Literals.SITE, Map.of("id", "S", "latitude", 31.2, "longitude", 121.5));
        insert(Literals.CELL, cell("a", Map.of("site", "S", "pci", 5, "channelNumber", 100)),
                cell("b", Map.of("site", "S", "pci", 5, "channelNumber", 100)),
                cell("c", Map.of("site", "S", "pci", 6, "channelNumber", 100)));
        insert(Literals.NEIGHBOUR_RELATION, Map.of("source", "a", "target", "b"), Map.of("source", "b", "target", "a"),
                Map.of("source", "a", "target", "c"), Map.of("source", "a", "target", "gone"));

        Map<Kind, List<String>> found = found();

        assertEquals(List.of("gone"), found.get(Kind.UNKNOWN_NEIGHBOUR));
        assertEquals(List.of("a"), found.get(Kind.ONE_WAY_NEIGHBOUR));
        assertEquals(List.of("a"), found.get(Kind.NEIGHBOURS_WITH_SAME_PCI));
        assertEquals(4, load().neighbours());
    }

    @Test
    void measurementsAndInventoryAreCompared() throws StoreException {
        insert(Literals.SITE, Map.of("id", "S", "latitude", 31.2, "longitude", 121.5));
        insert(Literals.CELL, cell("measured", Map.of("site", "S")), cell("silent", Map.of("site", "S")));
        insert(MeasurementPackage.Literals.MANAGED_OBJECT, Map.of("id", 1, "name", "ME=1", "cell", "measured"),
                Map.of("id", 2, "name", "ME=2"));

        Map<Kind, List<String>> found = found();

        assertEquals(List.of("ME=2"), found.get(Kind.MEASURED_BUT_UNKNOWN));
        assertEquals(List.of("silent"), found.get(Kind.NEVER_MEASURED));
    }

    @Test
    void aCellCanBeOpenedWithAllItsAttributes() throws StoreException {
        insert(Literals.CELL, cell("a", Map.of("name", "Gate", "height", 30.5, "scenario", "INDOOR")));

        Cell cell = new StoredTopology(temporary.store()).cell("a").orElseThrow();

        assertEquals("Gate", cell.getName());
        assertEquals(30.5, cell.getHeight());
        assertEquals("INDOOR", cell.getScenario().getLiteral());
        assertEquals(Technology.LTE_TDD, cell.getTechnology());
        assertTrue(new StoredTopology(temporary.store()).cell("b").isEmpty());
    }

    private static Map<String, Object> cell(String id, Map<String, Object> values) {
        Map<String, Object> cell = new LinkedHashMap<>(values);
        cell.put("id", id);
        cell.put("technology", "LTE_TDD");
        return cell;
    }

    private Topology load() throws StoreException {
        return new StoredTopology(temporary.store()).load();
    }

    private Map<Kind, List<String>> found() throws StoreException {
        return load().inconsistencies().stream()
                .collect(Collectors.toMap(Inconsistency::kind, Inconsistency::examples));
    }

    @SafeVarargs
    private void insert(EClass type, Map<String, Object>... rows) throws StoreException {
        temporary.store().write(transaction -> {
            try (RowWriter writer = transaction.insert(type)) {
                for (Map<String, Object> row : rows) {
                    for (TableSchema.Column column : TableSchema.of(type).columns()) {
                        writer.addObject(row.get(column.name()));
                    }
                    writer.endRow();
                }
            }
            return rows.length;
        });
    }
}
