package org.towercrier.workbench.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.towercrier.fixture.TroubledEngine;
import org.towercrier.store.StoreEngine;
import org.towercrier.store.duckdb.DuckDbEngine;

/**
 * The real workbench in a real window, started as the product starts it, on a thread of its own. There is one for all
 * tests: the platform takes fragments into the application model once per process.
 */
final class RunningWorkbench {

    /** What a test does with the window, on its thread. */
    @FunctionalInterface
    interface Visit {
        void visit(RunningWorkbench workbench) throws Exception;
    }

    private static final Path SCREENSHOTS = Path.of(System.getProperty("towercrier.screenshots", "target/screenshots"));
    private static final long SETTLE_MILLIS = 300;
    private static final long PATIENCE_MILLIS = 300_000;
    private static final long START_SECONDS = 600;
    private static final CompletableFuture<RunningWorkbench> STARTED = new CompletableFuture<>();
    /** The engine of all workspaces that the window opens; its reads can be made to fail. */
    static final TroubledEngine ENGINE = new TroubledEngine(new DuckDbEngine());
    private static Path workspace;

    private final MApplication application;
    private final List<IStatus> errors = new CopyOnWriteArrayList<>();

    private RunningWorkbench(MApplication application) {
        this.application = application;
        Platform.addLogListener((status, plugin) -> {
            if (status.getSeverity() == IStatus.ERROR) {
                errors.add(status);
            }
        });
    }

    /** Lets a test visit the workbench, which is started when it is the first. */
    static void visit(Visit visit) throws Exception {
        RunningWorkbench workbench = start();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        workbench.application.getContext().get(UISynchronize.class).syncExec(() -> failure.set(workbench.received(visit)));
        if (failure.get() instanceof Exception exception) {
            throw exception;
        }
        if (failure.get() instanceof Error error) {
            throw error;
        }
    }

    private static synchronized RunningWorkbench start() throws Exception {
        if (workspace == null) {
            workspace = Files.createTempDirectory("towercrier-window");
            Locale.setDefault(Locale.ENGLISH);
            Hashtable<String, Object> topic = new Hashtable<>();
            topic.put(EventConstants.EVENT_TOPIC, UIEvents.UILifeCycle.APP_STARTUP_COMPLETE);
            EventHandler opened = event -> STARTED.complete(new RunningWorkbench((MApplication) event.getProperty(IEventBroker.DATA)));
            BundleContext bundles = FrameworkUtil.getBundle(RunningWorkbench.class).getBundleContext();
            bundles.registerService(EventHandler.class, opened, topic);
            bundles.registerService(StoreEngine.class, ENGINE, new Hashtable<>(Map.of("engine", ENGINE.id(),
                    Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
            Thread.ofPlatform().daemon().name("workbench").start(RunningWorkbench::run);
        }
        return STARTED.get(START_SECONDS, TimeUnit.SECONDS);
    }

    private static void run() {
        try {
            new WorkbenchApplication().start(new ProductContext("--workspace", workspace.toString(), "-clearPersistedState"));
        } catch (Exception | Error failed) {
            STARTED.completeExceptionally(failed);
        }
    }

    private Throwable received(Visit visit) {
        try {
            settle();
            errors.clear();
            visit.visit(this);
            return null;
        } catch (Exception | Error failed) {
            return failed;
        } finally {
            Arrays.stream(display().getShells()).filter(shell -> shell.getParent() instanceof Shell).forEach(Shell::dispose);
        }
    }

    /** The folder the window was opened on. */
    static Path workspace() {
        return workspace;
    }

    MApplication application() {
        return application;
    }

    /** What the parts of the window see. */
    IEclipseContext context() {
        return application.getChildren().get(0).getContext();
    }

    <T> T service(Class<T> type) {
        return context().get(type);
    }

    Display display() {
        return Display.getCurrent();
    }

    Shell shell() {
        return (Shell) application.getChildren().get(0).getWidget();
    }

    /** What was logged as an error since the window opened. */
    List<IStatus> errors() {
        return errors;
    }

    /** Handles events until the window has been quiet for a moment. */
    void settle() {
        long end = System.currentTimeMillis() + SETTLE_MILLIS;
        display().timerExec((int) SETTLE_MILLIS, () -> {});
        while (System.currentTimeMillis() < end && !display().isDisposed()) {
            if (!display().readAndDispatch()) {
                display().sleep();
            }
        }
    }

    /** Handles events until something has come true; fails after a while. */
    void waitFor(String what, BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            settle();
        }
    }

    /** Keeps a picture of the window for people to look at, and returns it. */
    Path screenshot(String name) throws IOException {
        settle();
        shell().forceActive();
        shell().update();
        Image image = new Image(display(), shell().getClientArea().width, shell().getClientArea().height);
        GC gc = new GC(shell());
        try {
            gc.copyArea(image, 0, 0);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[]{ image.getImageData() };
            Files.createDirectories(SCREENSHOTS);
            Path file = SCREENSHOTS.resolve(name + ".png");
            loader.save(file.toString(), SWT.IMAGE_PNG);
            return file;
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
