package org.towercrier.store.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Hashtable;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.emf.ecore.EClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.towercrier.store.Store;
import org.towercrier.store.StoreEngine;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreListener;
import org.towercrier.store.StoreOptions;
import org.towercrier.store.StoredTypes;
import org.towercrier.store.Stores;
import org.towercrier.store.Workspaces;

/** The one workspace of this process, and its store as a service while it is open. */
@Component
public final class WorkspacesComponent implements Workspaces {

    private final BundleContext context;
    private final StoreEngine engine;
    private final EventAdmin events;
    private final CopyOnWriteArrayList<StoredTypes> types = new CopyOnWriteArrayList<>();
    private Optional<OpenWorkspace> open = Optional.empty();

    /** @param engine the engine of embedded workspaces */
    @Activate
    public WorkspacesComponent(BundleContext context, @Reference(target = "(engine=duckdb)") StoreEngine engine,
            @Reference EventAdmin events) {
        this.context = context;
        this.engine = engine;
        this.events = events;
    }

    /** Brings tables into the open store, and into those opened later. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTypes(StoredTypes added) throws StoreException {
        types.add(added);
        Optional<Store> store = current();
        if (store.isPresent()) {
            store.get().ensure(added.types());
        }
    }

    /** The tables stay; nobody writes them any more. */
    void removeTypes(StoredTypes removed) {
        types.remove(removed);
    }

    @Override
    public synchronized Store open(Path folder) throws StoreException {
        Path location = folder.toAbsolutePath().normalize();
        if (open.isPresent() && open.get().store.info().location().equals(location)) {
            return open.get().store;
        }
        close();
        Store store = Stores.open(engine, location, StoreOptions.defaults(), new Poster(events), Clock.systemUTC());
        boolean ready = false;
        try {
            store.ensure(storedTypes());
            ready = true;
        } finally {
            if (!ready) {
                store.close();
            }
        }
        ServiceRegistration<Store> service = context.registerService(Store.class, store,
                new Hashtable<>(Map.of("location", location.toString())));
        open = Optional.of(new OpenWorkspace(store, service));
        return store;
    }

    private Set<EClass> storedTypes() {
        Set<EClass> all = new LinkedHashSet<>(RegisteredModel.types());
        types.forEach(provider -> all.addAll(provider.types()));
        return all;
    }

    @Override
    public synchronized Optional<Store> current() {
        return open.map(OpenWorkspace::store);
    }

    @Override
    @Deactivate
    public synchronized void close() throws StoreException {
        if (open.isPresent()) {
            OpenWorkspace closing = open.get();
            open = Optional.empty();
            closing.service.unregister();
            closing.store.close();
        }
    }

    /** An open store and its registration. */
    private record OpenWorkspace(Store store, ServiceRegistration<Store> service) {
    }

    /** Posts what was committed as events. */
    private record Poster(EventAdmin events) implements StoreListener {

        @Override
        public void changed(SortedSet<String> tables) {
            events.postEvent(new Event(StoreEvents.CHANGED, Map.of(StoreEvents.TABLES, tables.toArray(String[]::new))));
        }

        @Override
        public void document(String kind, String name, long version) {
            events.postEvent(new Event(StoreEvents.DOCUMENT,
                    Map.of(StoreEvents.KIND, kind, StoreEvents.NAME, name, StoreEvents.VERSION, version)));
        }
    }
}
