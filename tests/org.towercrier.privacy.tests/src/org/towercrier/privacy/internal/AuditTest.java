package org.towercrier.privacy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.privacy.AuditLog;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.privacy.Role;

class AuditTest {

    private TemporaryStore store;
    private AuditLogComponent log;

    @BeforeEach
    void open() throws Exception {
        store = TestStores.temporary(CustomerPackage.eINSTANCE);
        log = new AuditLogComponent(store.store());
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private DisclosureComponent as(String user) {
        return new DisclosureComponent(store.store(), log, user);
    }

    @Test
    void an_empty_log_is_whole() throws Exception {
        assertTrue(log.verify().ok());
    }

    @Test
    void entries_make_a_chain_that_survives_a_new_start() throws Exception {
        as("ann").ask("c1", "complaint 7");
        as("ann").ask("c2", "complaint 8");
        log = new AuditLogComponent(store.reopen());
        as("ann").ask("c3", "it's \"odd\"\nand long");
        AuditLog.Verdict verdict = log.verify();
        assertTrue(verdict.ok(), verdict.reason());
        assertEquals(3, verdict.entries());
        assertEquals("c3", log.latest(1).get(0).subject());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "update audit_log set detail = 'nothing' where number = 2;2",
            "update audit_log set \"user\" = 'bob' where number = 1;1",
            "delete from audit_log where number = 2;2", "delete from audit_log where number = 3;3", "delete from audit_log;1",
            "update audit_log set digest = 'ff' where number = 3;3" })
    void every_change_shows(String change, long broken) throws Exception {
        for (int i = 1; i <= 3; i++) {
            as("ann").ask("c" + i, "why " + i);
        }
        store.store().write(tx -> tx.sql().execute(change));
        AuditLog.Verdict verdict = log.verify();
        assertFalse(verdict.ok());
        assertEquals(Optional.of(broken), verdict.broken());
        assertFalse(verdict.reason().isEmpty());
    }

    @Test
    void roles_decide_who_sees_and_attempts_are_written_down() throws Exception {
        as("ann").grant("bob", Role.NETWORK);
        as("ann").grant("eve", Role.SERVICE);
        assertEquals(Role.ADMINISTRATOR, as("ann").role("ann"));
        as("eve").ask("c1", "call back");
        assertThrows(DisclosureRefusedException.class, () -> as("bob").ask("c1", "curious"));
        assertThrows(DisclosureRefusedException.class, () -> as("bob").grant("bob", Role.ADMINISTRATOR));
        assertThrows(DisclosureRefusedException.class, () -> as("stranger").ask("c1", "curious"));
        assertThrows(DisclosureRefusedException.class, () -> as("eve").ask("c1", " "));
        assertEquals("disclose-refused", log.latest(1).get(0).action());
        assertTrue(log.verify().ok());
    }
}
