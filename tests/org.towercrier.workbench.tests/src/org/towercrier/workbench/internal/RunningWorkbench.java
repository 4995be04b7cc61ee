package org.towercrier.workbench.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** The real workbench in a real window, started as the product starts it; a test is given it while its event loop runs. */
final class RunningWorkbench {

    /** What a test does with the window. */
    @FunctionalInterface
    interface Visit {
        void visit(RunningWorkbench workbench) throws Exception;
    }

    private static final Path SCREENSHOTS = Path.of(System.getProperty("towercrier.screenshots", "target/screenshots"));
    private static final long SETTLE_MILLIS = 300;
    private static final long PATIENCE_MILLIS = 20_000;

    private final MApplication application;
    private final List<IStatus> errors = new CopyOnWriteArrayList<>();

    private RunningWorkbench(MApplication application) {
        this.application = application;
    }

    /** Starts the workbench on a workspace with its delivered layout, lets the test visit it and closes it. */
    static void visit(Path workspace, Visit visit) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>(new AssertionError("The window never opened."));
        BundleContext bundles = FrameworkUtil.getBundle(RunningWorkbench.class).getBundleContext();
        EventHandler opened = event -> {
            MApplication application = (MApplication) event.getProperty(UIEvents.EventTags.ELEMENT);
            application.getContext().get(UISynchronize.class).asyncExec(() -> failure.set(visitAndClose(application, visit)));
        };
        Hashtable<String, Object> topic = new Hashtable<>();
        topic.put(EventConstants.EVENT_TOPIC, UIEvents.UILifeCycle.APP_STARTUP_COMPLETE);
        ServiceRegistration<EventHandler> registration = bundles.registerService(EventHandler.class, opened, topic);
        Locale before = Locale.getDefault();
        try {
            new WorkbenchApplication().start(new ProductContext("--workspace", workspace.toString(), "-clearPersistedState"));
        } finally {
            registration.unregister();
            Locale.setDefault(before);
        }
        if (failure.get() instanceof Exception exception) {
            throw exception;
        }
        if (failure.get() instanceof Error error) {
            throw error;
        }
    }

    private static Throwable visitAndClose(MApplication application, Visit visit) {
        RunningWorkbench workbench = new RunningWorkbench(application);
        ILogListener listener = (status, plugin) -> {
            if (status.getSeverity() == IStatus.ERROR) {
                workbench.errors.add(status);
            }
        };
        Platform.addLogListener(listener);
        try {
            workbench.settle();
            visit.visit(workbench);
            return null;
        } catch (Exception | Error failed) {
            return failed;
        } finally {
            Platform.removeLogListener(listener);
            Arrays.stream(workbench.display().getShells()).filter(shell -> shell.getParent() instanceof Shell).forEach(Shell::dispose);
            workbench.service(IWorkbench.class).close();
        }
    }

    MApplication application() {
        return application;
    }

    <T> T service(Class<T> type) {
        return application.getContext().getActiveLeaf().get(type);
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
