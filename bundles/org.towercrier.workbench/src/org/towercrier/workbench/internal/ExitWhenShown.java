package org.towercrier.workbench.internal;

import java.io.PrintStream;
import java.util.Hashtable;
import java.util.Optional;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * With the system property {@value #PROPERTY} set to {@code true} the workbench says when its window can be used, and ends. That is how the time of a
 * start is measured.
 *
 * <p>The window can be used when it is open and every event of its opening is handled: from then on a click is answered. One line on standard output
 * says so, with the time in milliseconds since 1970.
 */
public final class ExitWhenShown {

    /** The system property. */
    public static final String PROPERTY = "towercrier.exitWhenShown";

    static final String SAID = "towercrier: the window can be used at ";

    /** Should events never cease, this is how long they are handled before the window counts as usable all the same. */
    private static final long PATIENCE_MILLIS = 30_000;

    private ExitWhenShown() {
    }

    /** Follows the property; to be called before the window is made. */
    static void follow(BundleContext bundles) {
        if (Boolean.getBoolean(PROPERTY)) {
            Hashtable<String, Object> topic = new Hashtable<>();
            topic.put(EventConstants.EVENT_TOPIC, UIEvents.UILifeCycle.APP_STARTUP_COMPLETE);
            EventHandler shown = event -> {
                MApplication application = (MApplication) event.getProperty(IEventBroker.DATA);
                application.getContext().get(UISynchronize.class).asyncExec(() -> sayAndClose(application, System.out));
            };
            bundles.registerService(EventHandler.class, shown, topic);
        }
    }

    private static void sayAndClose(MApplication application, PrintStream out) {
        Display display = Display.getCurrent();
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (display.readAndDispatch() && System.currentTimeMillis() < end) {
            // Until nothing is left to do for the moment.
        }
        out.println(SAID + System.currentTimeMillis());
        out.flush();
        application.getContext().get(IWorkbench.class).close();
    }

    /** When the window could be used by what a process said, in milliseconds since 1970; empty when it never could. */
    public static Optional<Long> said(String output) {
        return output.lines().filter(line -> line.startsWith(SAID)).map(line -> Long.parseLong(line.substring(SAID.length()).strip()))
                .findFirst();
    }
}
