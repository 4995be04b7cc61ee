package org.towercrier.privacy.internal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.privacy.AuditLog;
import org.towercrier.privacy.Disclosure;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.privacy.Role;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Roles in a table of the store. */
@Component(service = Disclosure.class)
public final class DisclosureComponent implements Disclosure {

    private static final Table<Record> ROLES = table(name("user_role"));
    private static final Field<String> USER = field(name("user"), SQLDataType.CLOB);
    private static final Field<String> ROLE = field(name("role"), SQLDataType.CLOB);

    private final Store store;
    private final AuditLog log;
    private final String user;

    @Activate
    public DisclosureComponent(@Reference Store store, @Reference AuditLog log) {
        this(store, log, Optional.ofNullable(System.getProperty("user.name")).orElse("unknown"));
    }

    /** For another user. */
    DisclosureComponent(Store store, AuditLog log, String user) {
        this.store = store;
        this.log = log;
        this.user = user;
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public Map<String, Role> roles() throws StoreException {
        Map<String, Role> roles = new TreeMap<>();
        store.read(sql -> sql.meta().getTables("user_role").isEmpty() ? null : sql.select(USER, ROLE).from(ROLES).fetch(row -> {
            roles.put(row.value1(), Role.valueOf(row.value2()));
            return row;
        }));
        return roles;
    }

    @Override
    public Role role(String whose) throws StoreException {
        Map<String, Role> roles = roles();
        return roles.isEmpty() ? Role.ADMINISTRATOR : roles.getOrDefault(whose, Role.NETWORK);
    }

    @Override
    public void grant(String whose, Role role) throws StoreException, DisclosureRefusedException {
        if (role(user) != Role.ADMINISTRATOR) {
            log.append(user, "grant-refused", whose, role.name());
            throw new DisclosureRefusedException(PrivacyMessages.text("Role_NotAdministrator", user));
        }
        boolean first = roles().isEmpty();
        store.write(tx -> {
            tx.sql().createTableIfNotExists(ROLES).columns(USER, ROLE).execute();
            if (first && !whose.equals(user)) {
                // whoever gives the first role stays able to give the next
                tx.sql().insertInto(ROLES, USER, ROLE).values(user, Role.ADMINISTRATOR.name()).execute();
            }
            tx.sql().deleteFrom(ROLES).where(USER.eq(whose)).execute();
            tx.sql().insertInto(ROLES, USER, ROLE).values(whose, role.name()).execute();
            tx.changed("user_role");
            return null;
        });
        log.append(user, "grant", whose, role.name());
    }

    @Override
    public void ask(String subject, String reason) throws StoreException, DisclosureRefusedException {
        Role role = role(user);
        if (reason.isBlank()) {
            throw new DisclosureRefusedException(PrivacyMessages.text("Disclose_Reason"));
        }
        if (!role.seesPeople()) {
            log.append(user, "disclose-refused", subject, reason);
            throw new DisclosureRefusedException(PrivacyMessages.text("Disclose_Refused", user, role.name()));
        }
        log.append(user, "disclose", subject, reason);
    }
}
