package org.towercrier.capacity.ui.internal.data;

import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.core.di.extensions.EventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.network.TopologyService;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.FindProvider;
import org.towercrier.ui.Topics;
import org.towercrier.ui.view.MainWindow;
import org.towercrier.ui.view.StoreJob;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/**
 * Keeps the {@link NetworkState} of the open workspace in the application context, under {@link #STATE}: loaded in the
 * background when a workspace is opened, whenever the tables behind it change, and when a view asks for it.
 */
public final class SnapshotAddon {

    /** Context variable with the {@link NetworkState}. */
    public static final String STATE = "org.towercrier.capacity.ui.network";
    /** Topic that asks for a new load. */
    static final String RELOAD = "org/towercrier/capacity/ui/RELOAD";

    private static final Set<String> TABLES = Set.of("region", "site", "base_station", "cell", "access_point",
            "managed_object", "cell_measurement", "alarm");
    /** Changes that follow one another closely are answered by one load. */
    private static final long COALESCE_MILLIS = 200;

    private final MApplication application;
    private final UISynchronize ui;
    private final StoreJob job = new StoreJob("") {
        @Override
        protected IStatus work(Cancellation cancellation) throws StoreException {
            load(cancellation);
            return Status.OK_STATUS;
        }

        @Override
        protected IStatus failed(StoreException trouble) {
            ILog.of(SnapshotAddon.class).warn(trouble.getMessage(), trouble);
            publish(before -> before.failed(trouble));
            return Status.OK_STATUS;
        }
    };
    private final CellFinder finder;
    private final ServiceRegistration<FindProvider> registration;
    private Store store;
    private AlarmService alarms;
    private TopologyService topology;

    @Inject
    public SnapshotAddon(MApplication application, MainWindow window, UISynchronize ui, Texts texts) {
        this.application = application;
        this.ui = ui;
        job.setSystem(true);
        finder = new CellFinder(texts.get("Column_Cell"), texts.get("Column_Site"),
                cells -> window.with(Navigation.class, navigation -> navigation.cells(new CellSelection(cells, this))));
        registration = FrameworkUtil.getBundle(SnapshotAddon.class).getBundleContext().registerService(FindProvider.class,
                finder, null);
    }

    @Inject
    void services(@Optional Store openStore, @Optional AlarmService alarmService, @Optional TopologyService topologyService) {
        synchronized (this) {
            store = openStore;
            alarms = alarmService;
            topology = topologyService;
        }
        if (openStore != null && alarmService != null && topologyService != null) {
            job.schedule();
        } else {
            job.cancel();
            publish(before -> NetworkState.NONE);
        }
    }

    @Inject
    @Optional
    void reload(@EventTopic(RELOAD) Event event) {
        job.schedule();
    }

    @Inject
    @Optional
    void changed(@EventTopic(Topics.STORE_CHANGED) Event event) {
        Object tables = event.getProperty(Topics.TABLES);
        if (tables instanceof String[] names && Arrays.stream(names).anyMatch(TABLES::contains)) {
            job.schedule(COALESCE_MILLIS);
        }
    }

    @PreDestroy
    void close() {
        registration.unregister();
        job.cancel();
    }

    private void load(Cancellation cancellation) throws StoreException {
        SnapshotLoader loader;
        synchronized (this) {
            if (store == null || alarms == null || topology == null) {
                return;
            }
            loader = new SnapshotLoader(store, alarms, topology);
        }
        publish(NetworkState::whileLoading);
        NetworkSnapshot snapshot = loader.load(cancellation);
        finder.index(snapshot);
        publish(before -> new NetworkState(snapshot, java.util.Optional.empty(), false));
    }

    private void publish(UnaryOperator<NetworkState> change) {
        ui.asyncExec(() -> {
            if (application.getContext() != null) {
                NetworkState before = (NetworkState) application.getContext().get(STATE);
                application.getContext().set(STATE, change.apply(before == null ? NetworkState.NONE : before));
            }
        });
    }
}
