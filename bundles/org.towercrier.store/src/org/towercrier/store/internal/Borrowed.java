package org.towercrier.store.internal;

import java.sql.SQLException;

/**
 * Use of resources that belong to somebody else, who closes them. It says so to the reader, and to the compiler, which
 * otherwise takes every method that returns a resource as handing it over.
 */
public final class Borrowed {

    private Borrowed() {
    }

    /** Gives the owner's resource to an action and returns what that returns. */
    public static <S, R> R use(Source<? extends S> owner, Use<? super S, R> action) throws SQLException {
        return action.apply(owner.get());
    }

    /** Where the resource comes from. */
    @FunctionalInterface
    public interface Source<S> {

        /** The resource, still the owner's. */
        S get() throws SQLException;
    }

    /** What is done with the resource. */
    @FunctionalInterface
    public interface Use<S, R> {

        /** Uses the resource without closing it. */
        R apply(S resource) throws SQLException;
    }
}
