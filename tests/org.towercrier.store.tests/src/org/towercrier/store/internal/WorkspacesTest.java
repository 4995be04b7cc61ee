package org.towercrier.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.towercrier.fixture.TestModel;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.ModelPackages;
import org.towercrier.store.Store;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreLockedException;
import org.towercrier.store.StoredTypes;
import org.towercrier.store.Stores;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Workspaces;
import org.towercrier.store.duckdb.DuckDbEngine;

/** The workspace service in OSGi: the store is a service while a workspace is open. */
class WorkspacesTest {

    @TempDir
    Path folder;

    private BundleContext context;
    private Workspaces workspaces;

    @BeforeEach
    void getService() {
        Optional<BundleContext> found = Optional.ofNullable(FrameworkUtil.getBundle(WorkspacesTest.class))
                .map(Bundle::getBundleContext);
        assumeTrue(found.isPresent(), "needs OSGi");
        context = found.get();
        ServiceReference<Workspaces> reference = context.getServiceReference(Workspaces.class);
        assertNotNull(reference, "no workspaces service");
        workspaces = context.getService(reference);
    }

    @AfterEach
    void closeWorkspace() throws StoreException {
        if (workspaces != null) {
            workspaces.close();
        }
    }

    @Test
    @DisplayName("opening a workspace registers its store, closing takes it back")
    void storeIsAService() throws StoreException {
        assertNull(context.getServiceReference(Store.class));
        Store store = workspaces.open(folder);
        assertSame(store, context.getService(context.getServiceReference(Store.class)));
        assertEquals(Optional.of(store), workspaces.current());
        assertSame(store, workspaces.open(folder));
        assertThrows(StoreLockedException.class, () -> Stores.open(new DuckDbEngine(), folder));
        Store other = workspaces.open(folder.resolve("other"));
        assertSame(other, context.getService(context.getServiceReference(Store.class)));
        workspaces.close();
        assertNull(context.getServiceReference(Store.class));
        assertEquals(Optional.empty(), workspaces.current());
        Stores.open(new DuckDbEngine(), folder).close();
    }

    @Test
    @DisplayName("the tables of the product's model are there")
    void productModel() throws StoreException {
        Store store = workspaces.open(folder);
        for (EClass type : ModelPackages.stored()) {
            assertEquals(0, store.read(sql -> sql.fetchCount(TableSchema.of(type).table())), type.getName());
        }
    }

    @Test
    @DisplayName("a plug-in's tables are there when the store comes up, or when the plug-in comes")
    void storedTypes() throws StoreException {
        TestModel model = new TestModel();
        Store store = workspaces.open(folder);
        ServiceRegistration<StoredTypes> types = context.registerService(StoredTypes.class,
                () -> TestStores.types(model.model()), null);
        try {
            assertEquals(0, store.read(sql -> sql.fetchCount(TableSchema.of(model.thing()).table())));
            Store other = workspaces.open(folder.resolve("other"));
            assertEquals(0, other.read(sql -> sql.fetchCount(TableSchema.of(model.thing()).table())));
        } finally {
            types.unregister();
        }
    }

    @Test
    @DisplayName("a commit posts the changed tables")
    void event() throws Exception {
        TestModel model = new TestModel();
        CompletableFuture<List<String>> told = new CompletableFuture<>();
        EventHandler handler = event -> told.complete(List.of((String[]) event.getProperty(StoreEvents.TABLES)));
        ServiceRegistration<EventHandler> registration = context.registerService(EventHandler.class, handler,
                new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, StoreEvents.CHANGED)));
        try {
            Store store = workspaces.open(folder);
            store.ensure(List.of(model.reading()));
            store.write(tx -> {
                tx.changed("reading");
                tx.changed("another");
                return tx;
            });
            assertEquals(List.of("another", "reading"), told.get(600, TimeUnit.SECONDS));
        } finally {
            registration.unregister();
        }
    }
}
