package org.towercrier.store.internal;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;

/**
 * Points in time as timestamps without zone in UTC. It goes around {@link java.sql.Timestamp}, which would bend times
 * that do not exist in the zone of this machine.
 */
public final class InstantBinding implements Binding<LocalDateTime, Instant> {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final Converter<LocalDateTime, Instant> UTC = Converter.ofNullable(LocalDateTime.class, Instant.class,
            local -> local.toInstant(ZoneOffset.UTC), instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC));

    @Override
    public Converter<LocalDateTime, Instant> converter() {
        return UTC;
    }

    @Override
    public void sql(BindingSQLContext<Instant> context) {
        LocalDateTime local = UTC.to(context.value());
        if (context.render().paramType() != ParamType.INLINED) {
            context.render().sql("CAST(").sql(context.variable()).sql(" AS TIMESTAMP)");
        } else if (local == null) {
            context.render().sql("CAST(NULL AS TIMESTAMP)");
        } else {
            context.render().sql("TIMESTAMP '").sql(LITERAL.format(local)).sql("'");
        }
    }

    @Override
    public void register(BindingRegisterContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void set(BindingSetStatementContext<Instant> context) throws SQLException {
        LocalDateTime local = UTC.to(context.value());
        Borrowed.use(context::statement, statement -> {
            if (local == null) {
                statement.setNull(context.index(), Types.TIMESTAMP);
            } else {
                statement.setObject(context.index(), local);
            }
            return local;
        });
    }

    @Override
    public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
        context.value(UTC.from(
                Borrowed.use(context::resultSet, result -> result.getObject(context.index(), LocalDateTime.class))));
    }

    @Override
    public void get(BindingGetStatementContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void set(BindingSetSQLOutputContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void get(BindingGetSQLInputContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }
}
