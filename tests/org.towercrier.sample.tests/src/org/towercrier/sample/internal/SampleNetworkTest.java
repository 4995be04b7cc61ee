package org.towercrier.sample.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage.Literals;
import org.towercrier.model.wlan.WlanPackage;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.internal.CapturedTables.Row;

class SampleNetworkTest {

    private static final CapturedTables CITY = CapturedTables.of(SampleRequest.of(700, 0, 3_000, 7));

    @Test
    void theSameRequestGivesTheSameCityToTheLastValue() {
        SampleRequest request = SampleRequest.of(60, 2, 100, 3);

        assertEquals(CapturedTables.of(request).everything(), CapturedTables.of(request).everything());
    }

    @Test
    void anotherSeedIsAnotherCity() {
        assertNotEquals(CapturedTables.of(SampleRequest.of(60, 1, 50, 3)).everything(),
                CapturedTables.of(SampleRequest.of(60, 1, 50, 4)).everything());
    }

    @Test
    void anySmallNumberOfCellsIsMadeExactly() {
        for (int cells : List.of(1, 2, 5, 17, 100)) {
            assertEquals(cells, CapturedTables.of(SampleRequest.of(cells, 0, 0, 1)).rows(Literals.CELL).size());
        }
    }

    @Test
    void aBigCityFitsToo() {
        City city = new CityPlanner(11).plan(100_000);

        assertEquals(100_000, city.cells().size());
        assertTrue(city.sites().stream().allMatch(site -> Math.abs(City.latitude(site.north())) < 60));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> cells = ids(Literals.CELL, Literals.CELL__ID);
        refersTo(Literals.CELL, Literals.CELL__SITE, ids(Literals.SITE, Literals.SITE__ID));
        refersTo(Literals.CELL, Literals.CELL__BASE_STATION, ids(Literals.BASE_STATION, Literals.BASE_STATION__ID));
        refersTo(Literals.CELL, Literals.CELL__REGION, ids(Literals.REGION, Literals.REGION__ID));
        refersTo(Literals.CELL, Literals.CELL__CARRIER, ids(Literals.CARRIER, Literals.CARRIER__ID));
        refersTo(Literals.SITE, Literals.SITE__REGION, ids(Literals.REGION, Literals.REGION__ID));
        refersTo(Literals.NEIGHBOUR_RELATION, Literals.NEIGHBOUR_RELATION__SOURCE, cells);
        refersTo(Literals.NEIGHBOUR_RELATION, Literals.NEIGHBOUR_RELATION__TARGET, cells);
        refersTo(MeasurementPackage.Literals.MANAGED_OBJECT, MeasurementPackage.Literals.MANAGED_OBJECT__CELL, cells);
        Set<String> accessPoints = ids(WlanPackage.Literals.ACCESS_POINT, WlanPackage.Literals.ACCESS_POINT__ID);
        refersTo(WlanPackage.Literals.RELAY_LINK, WlanPackage.Literals.RELAY_LINK__SOURCE, accessPoints);
        refersTo(WlanPackage.Literals.RELAY_LINK, WlanPackage.Literals.RELAY_LINK__TARGET, accessPoints);
    }

    @Test
    void customersLiveAndWorkInCellsOfTheCity() {
        Set<String> cells = ids(Literals.CELL, Literals.CELL__ID);
        EClass customer = CustomerPackage.Literals.CUSTOMER;
        refersTo(customer, CustomerPackage.Literals.CUSTOMER__HOME_CELL, cells);
        refersTo(customer, CustomerPackage.Literals.CUSTOMER__WORK_CELL, cells);
        refersTo(customer, CustomerPackage.Literals.CUSTOMER__HOUSEHOLD,
                ids(CustomerPackage.Literals.HOUSEHOLD, CustomerPackage.Literals.HOUSEHOLD__ID));
        refersTo(customer, CustomerPackage.Literals.CUSTOMER__GROUP,
                ids(CustomerPackage.Literals.CORPORATE_GROUP, CustomerPackage.Literals.CORPORATE_GROUP__ID));
        assertEquals(3_000, CITY.rows(customer).size());
    }

    @Test
    void identitiesAreUnique() {
        Set<String> seen = new HashSet<>();
        for (Row cell : CITY.rows(Literals.CELL)) {
            String identity = cell.text(Literals.CELL__TECHNOLOGY) + cell.text(Literals.CELL__AREA_CODE) + "/"
                    + cell.text(Literals.CELL__CELL_IDENTITY);
            assertTrue(seen.add(identity), identity);
        }
        assertEquals(700, ids(Literals.CELL, Literals.CELL__ID).size());
    }

    @Test
    void cellsOfAPhysicalSectorPointTheSameWay() {
        Map<String, List<Row>> sectors = CITY.rows(Literals.CELL).stream()
                .filter(cell -> cell.has(Literals.CELL__AZIMUTH))
                .collect(Collectors.groupingBy(cell -> cell.text(Literals.CELL__PHYSICAL_SECTOR)));
        for (List<Row> sector : sectors.values()) {
            double first = sector.getFirst().number(Literals.CELL__AZIMUTH);
            for (Row cell : sector) {
                double turn = Math.abs(cell.number(Literals.CELL__AZIMUTH) - first);
                assertTrue(Math.min(turn, 360 - turn) <= 15, cell::toString);
            }
        }
    }

    @Test
    void thereIsSomethingOfEveryKind() {
        Set<String> technologies = CITY.rows(Literals.CELL).stream()
                .map(cell -> cell.text(Literals.CELL__TECHNOLOGY)).collect(Collectors.toSet());
        Set<String> scenarios = CITY.rows(Literals.CELL).stream()
                .map(cell -> cell.text(Literals.CELL__SCENARIO)).collect(Collectors.toSet());

        assertTrue(technologies.containsAll(Set.of("LTE_TDD", "LTE_FDD", "NR", "GSM")), technologies::toString);
        assertTrue(scenarios.containsAll(Set.of("DENSE_URBAN", "URBAN", "SUBURBAN", "INDOOR", "CAMPUS",
                "TRANSPORT_HUB")), scenarios::toString);
    }

    @Test
    void itSaysEverywhereThatItIsSynthetic() {
        assertTrue(CITY.rows(Literals.NETWORK).stream().allMatch(row -> row.yes(Literals.NETWORK__SYNTHETIC)
                && row.text(Literals.NETWORK__NAME).contains("synthetic")));
        assertTrue(CITY.rows(Literals.CELL).stream().allMatch(row -> row.yes(Literals.CELL__SYNTHETIC)));
        assertTrue(CITY.rows(CustomerPackage.Literals.CUSTOMER).stream()
                .allMatch(row -> row.yes(CustomerPackage.Literals.CUSTOMER__SYNTHETIC)));
    }

    @Test
    void aGroupNetworkHasElevenMembersAtLeast() {
        for (Row group : CITY.rows(CustomerPackage.Literals.CORPORATE_GROUP)) {
            assertEquals(group.number(CustomerPackage.Literals.CORPORATE_GROUP__MEMBERS) >= 11,
                    group.yes(CustomerPackage.Literals.CORPORATE_GROUP__GROUP_NETWORK), group::toString);
        }
    }

    @Test
    void nobodyUsesAnythingBeforeJoiningOrAfterLeaving() {
        Map<String, Row> customers = CITY.rows(CustomerPackage.Literals.CUSTOMER).stream()
                .collect(Collectors.toMap(row -> row.text(CustomerPackage.Literals.CUSTOMER__ID), row -> row));
        assertTrue(CITY.rows(CustomerPackage.Literals.MONTHLY_FACTS).size() > 20_000);
        for (Row facts : CITY.rows(CustomerPackage.Literals.MONTHLY_FACTS)) {
            Row customer = customers.get(facts.text(CustomerPackage.Literals.MONTHLY_FACTS__CUSTOMER));
            LocalDate month = facts.date(CustomerPackage.Literals.MONTHLY_FACTS__MONTH);
            assertTrue(customer.date(CustomerPackage.Literals.CUSTOMER__JOIN_DATE).isBefore(month.plusMonths(1)));
            assertTrue(!customer.has(CustomerPackage.Literals.CUSTOMER__LEAVE_DATE)
                    || !customer.date(CustomerPackage.Literals.CUSTOMER__LEAVE_DATE).isBefore(month));
        }
    }

    @Test
    void aSizeThatMakesNoSenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SampleRequest.of(0, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> SampleRequest.of(10, -1, 1, 1));
    }

    private static Set<String> ids(EClass type, EStructuralFeature id) {
        return CITY.rows(type).stream().map(row -> row.text(id)).collect(Collectors.toSet());
    }

    private static void refersTo(EClass type, EStructuralFeature reference, Set<String> targets) {
        List<Row> rows = CITY.rows(type);
        assertTrue(!rows.isEmpty(), type::getName);
        for (Row row : rows) {
            assertTrue(!row.has(reference) || targets.contains(row.text(reference)),
                    () -> reference.getName() + " of " + row);
        }
    }
}
