package org.towercrier.customer.internal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.areas.CellPeople;
import org.towercrier.areas.PeopleQuestion;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.RowWriter;
import org.towercrier.store.TableSchema;

/** Ten people, counted by hand. */
class PeopleOfCellsTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private TemporaryStore store;
    private PeopleOfCells people;

    @BeforeEach
    void open() throws Exception {
        store = TestStores.temporary(ModelPackages.all().toArray(EPackage[]::new));
        people = new PeopleOfCells(store.store());
        for (int i = 0; i < 10; i++) {
            put(Literals.CUSTOMER, customer(i));
            for (int month = 0; month < 8; month++) {
                put(Literals.MONTHLY_FACTS, Map.of("customer", "c" + i, "month", JUNE.minusMonths(month), "spend",
                        month < 6 ? 10.0 * (i + 1) : 9_999.0));
            }
        }
        put(Literals.CORPORATE_GROUP, Map.of("id", "g1", "name", "Harbour & Sons", "members", 40, "clientManager", "Ida"));
        put(Literals.CONTRACT, Map.of("id", "k1", "customer", "c1", "end", LocalDate.of(2026, 8, 1)));
        put(Literals.CONTRACT, Map.of("id", "k2", "customer", "c2", "end", LocalDate.of(2026, 8, 1)));
        put(Literals.CONTRACT, Map.of("id", "k3", "customer", "c2", "end", LocalDate.of(2027, 8, 1)));
        put(Literals.CONTRACT, Map.of("id", "k4", "customer", "c3", "end", LocalDate.of(2026, 5, 1)));
        put(Literals.CONTRACT, Map.of("id", "k5", "group", "g1", "end", LocalDate.of(2026, 12, 31)));
    }

    /** c0 to c4 live in A, c4 and c5 work there, c4 does both; c3 has left; c8 and c9 are of the group, c8 works in A. */
    private static Map<String, Object> customer(int i) {
        Map<String, Object> row = new java.util.HashMap<>(Map.of("id", "c" + i));
        if (i <= 4) {
            row.put("homeCell", "A");
        }
        if (i == 4 || i == 5 || i == 8) {
            row.put("workCell", "A");
        }
        if (i == 3) {
            row.put("leaveDate", LocalDate.of(2026, 3, 1));
        }
        if (i >= 8) {
            row.put("group", "g1");
        }
        return row;
    }

    private void put(EClass type, Map<String, Object> values) throws Exception {
        store.store().write(tx -> {
            try (RowWriter rows = tx.insert(type)) {
                for (TableSchema.Column column : TableSchema.of(type).columns()) {
                    rows.addObject(values.get(column.name()));
                }
                rows.endRow();
            }
            return true;
        });
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void everybodyCountsOnceAndWhoLeftDoesNot() throws Exception {
        CellPeople here = people.of("A", PeopleQuestion.USUAL);

        assertEquals(4, here.living());
        assertEquals(3, here.working());
        assertEquals(6, here.people());
        assertEquals(Optional.of(LocalDate.of(2026, 6, 30)), here.asOf());
    }

    @Test
    void spendIsTheMeanOfTheLastSixMonths() throws Exception {
        assertEquals(10 + 20 + 30 + 50 + 60 + 90, people.of("A", PeopleQuestion.USUAL).monthlySpend(), 1e-9);
    }

    @Test
    void aContractEndsWhenNoneRunsLonger() throws Exception {
        CellPeople here = people.of("A", PeopleQuestion.USUAL);
        assertEquals(1, here.contractsEnding(), "c1 ends in August; c2 has a longer one; c3 has left");
        assertEquals(20, here.spendAtRisk(), 1e-9);

        assertEquals(0, people.of("A", new PeopleQuestion(6, 1)).contractsEnding());
        assertEquals(2, people.of("A", new PeopleQuestion(6, 18)).contractsEnding());
    }

    @Test
    void tiersAreCutOverTheWholeBase() throws Exception {
        List<CellPeople.Tier> tiers = people.of("A", PeopleQuestion.USUAL).tiers();

        assertEquals(List.of(new CellPeople.Tier("TOP", 1, 90), new CellPeople.Tier("BUSINESS", 1, 60),
                new CellPeople.Tier("ORDINARY", 4, 110)), tiers);
    }

    @Test
    void companiesAreNamedWithTheirContract() throws Exception {
        assertEquals(List.of(new CellPeople.Group("g1", "Harbour & Sons", "Ida", 1, 40, 90, Optional.of(LocalDate.of(2026, 12, 31)))),
                people.of("A", PeopleQuestion.USUAL).groups());
    }

    @Test
    void aCellNobodyLivesInIsEmptyAndManyAreAskedAtOnce() throws Exception {
        Map<String, CellPeople> both = people.of(List.of("A", "B"), PeopleQuestion.USUAL);

        assertEquals(CellPeople.none("B"), both.get("B"));
        assertEquals(people.of("A", PeopleQuestion.USUAL), both.get("A"));
        assertTrue(people.of(List.of(), PeopleQuestion.USUAL).isEmpty());
    }
}
