package org.towercrier.store.internal;

/** The end of a watch over statements. */
@FunctionalInterface
interface AutoStop extends AutoCloseable {

    @Override
    void close();
}
