package org.towercrier.expansion.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.expansion.CandidateSites.Candidate;
import org.towercrier.expansion.CandidateSites.Problem;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.StoreException;

@DisplayName("Candidate sites that people list")
class CandidatesTest {

    private static final Candidate ROOF = new Candidate("C001", "Roof of the school", 48.1, 11.5, "owner agrees");
    private static final Candidate MAST = new Candidate("C002", "Mast", 48.2, 11.6, "");

    private TemporaryStore store;
    private CandidatesComponent sites;

    @BeforeEach
    void open() throws StoreException, IOException {
        store = TestStores.temporary(NetworkPackage.eINSTANCE);
        sites = new CandidatesComponent(store.store());
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    @DisplayName("They are listed by name, changed under their id, also to an empty note, and taken off the list")
    void listed() throws StoreException {
        sites.put(List.of(ROOF, MAST));
        assertEquals(List.of(MAST, ROOF), sites.list());
        Candidate moved = new Candidate("C001", "Roof of the school", 48.15, 11.5, "");
        sites.put(List.of(moved));
        assertEquals(List.of(MAST, moved), sites.list());
        sites.remove(List.of("C002", "nobody"));
        assertEquals(List.of(moved), sites.list());
    }

    @Test
    @DisplayName("What was imported with them stays; an imported one without a place is not offered to plans")
    void imported() throws StoreException {
        store.store().write(tx -> tx.sql().execute(
                "insert into candidate_site (id, name, latitude, longitude, extra) values ('C001', 'Old', 1, 2, '{\"rent\":\"900\"}'),"
                        + " ('C009', 'Somewhere', null, null, null)"));
        sites.put(List.of(ROOF));
        assertEquals(List.of(ROOF), sites.list());
        assertEquals("{\"rent\":\"900\"}", store.store()
                .read(sql -> sql.resultQuery("select extra from candidate_site where id = 'C001'").fetchOne(0, String.class)));
    }

    @Test
    @DisplayName("One without a name or off the earth cannot be listed")
    void refused() {
        assertEquals(Optional.of(Problem.NAME), Candidate.problem(" ", 1, 2));
        assertEquals(Optional.of(Problem.LATITUDE), Candidate.problem("A", 90.5, 2));
        assertEquals(Optional.of(Problem.LONGITUDE), Candidate.problem("A", 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Candidate("C", "A", 1, 181, ""));
    }
}
