package org.towercrier.ui.view;

import java.util.Arrays;
import java.util.Set;

import org.osgi.service.event.Event;
import org.towercrier.store.StoreEvents;

/**
 * What of the store is shown somewhere.
 *
 * @param tables    names of the tables
 * @param documents kinds of the documents
 */
public record StoreInterest(Set<String> tables, Set<String> documents) {

    public StoreInterest {
        tables = Set.copyOf(tables);
        documents = Set.copyOf(documents);
    }

    /** Rows of tables. */
    public static StoreInterest inTables(String... names) {
        return new StoreInterest(Set.of(names), Set.of());
    }

    /** The documents of kinds. */
    public static StoreInterest inDocuments(String... kinds) {
        return new StoreInterest(Set.of(), Set.of(kinds));
    }

    /** The documents of kinds as well. */
    public StoreInterest andDocuments(String... kinds) {
        return new StoreInterest(tables, Set.of(kinds));
    }

    /** Whether an event of the topics {@link StoreEvents#CHANGED} and {@link StoreEvents#DOCUMENT} says that some of it has changed. */
    public boolean concerns(Event event) {
        return event.getProperty(StoreEvents.TABLES) instanceof String[] changed && Arrays.stream(changed).anyMatch(tables::contains)
                || event.getProperty(StoreEvents.KIND) instanceof String kind && documents.contains(kind);
    }
}
