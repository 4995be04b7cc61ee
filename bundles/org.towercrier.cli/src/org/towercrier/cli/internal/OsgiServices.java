package org.towercrier.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.TroubleException;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Workspaces;

/** Services from the OSGi registry. */
final class OsgiServices implements ServiceAccess, AutoCloseable {

    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(5);
    private static final String OURS = "org.towercrier.";

    private final BundleContext context;
    private final List<Runnable> releases = new ArrayList<>();
    private Store opened;

    OsgiServices(BundleContext context) {
        this.context = context;
    }

    /**
     * Starts our bundles that offer components, so that Service Component Runtime sees them whatever start levels the
     * product was installed with. Starting loads no class: nothing of a user interface comes up by it.
     */
    void startComponents() {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.RESOLVED && bundle.getSymbolicName().startsWith(OURS)
                    && bundle.getHeaders("").get("Service-Component") != null) {
                try {
                    bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
                } catch (BundleException trouble) {
                    throw new TroubleException(trouble.getMessage(), trouble);
                }
            }
        }
    }

    @Override
    public List<Object> commands() {
        List<Object> commands = new ArrayList<>();
        for (ServiceReference<HeadlessCommand> reference : references(HeadlessCommand.class)) {
            Optional.ofNullable(context.getServiceObjects(reference)).ifPresent(objects -> {
                HeadlessCommand command = objects.getService();
                commands.add(command);
                releases.add(() -> objects.ungetService(command));
            });
        }
        return commands;
    }

    @Override
    public void open(Path workspace) throws StoreException {
        Workspaces workspaces = await(Workspaces.class)
                .orElseThrow(() -> new TroubleException(whyMissing(Workspaces.class)));
        opened = workspaces.open(workspace);
    }

    @Override
    public <T> Optional<T> await(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        releases.add(tracker::close);
        try {
            return Optional.ofNullable(tracker.waitForService(PATIENCE_MILLIS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public <T> List<T> installed(Class<T> type) {
        List<T> services = new ArrayList<>();
        for (ServiceReference<T> reference : references(type)) {
            T service = context.getService(reference);
            if (service != null) {
                services.add(service);
                releases.add(() -> context.ungetService(reference));
            }
        }
        return services;
    }

    private <T> List<ServiceReference<T>> references(Class<T> type) {
        try {
            Collection<ServiceReference<T>> found = context.getServiceReferences(type, null);
            return found.stream().sorted().toList();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String whyMissing(Class<?> type) {
        return type.getName();
    }

    @Override
    public void closeWorkspace() throws StoreException {
        if (opened != null) {
            opened = null;
            Optional<Workspaces> workspaces = await(Workspaces.class);
            if (workspaces.isPresent()) {
                workspaces.get().close();
            }
        }
    }

    @Override
    public void close() {
        releases.reversed().forEach(Runnable::run);
        releases.clear();
    }
}
