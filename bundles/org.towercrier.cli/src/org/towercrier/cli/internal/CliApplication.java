package org.towercrier.cli.internal;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.towercrier.command.WorkspaceLocation;

/** The product without a window: an Equinox application whose arguments are a command line. */
public final class CliApplication implements IApplication {

    private static final long ROLLBACK_SECONDS = 30;

    private volatile Runnable stop = () -> {};

    @Override
    public Object start(IApplicationContext application) {
        application.applicationRunning();
        Bundle bundle = FrameworkUtil.getBundle(CliApplication.class);
        BundleContext context = bundle.getBundleContext();
        Console console = Console.takeOver();
        try (OsgiServices services = new OsgiServices(context)) {
            services.startComponents();
            Cli cli = new Cli(services, console, Locale.getDefault(), ZoneId.systemDefault(),
                    WorkspaceLocation::ofThisMachine, version(bundle.getVersion()));
            stop = cli::cancel;
            return runInterruptibly(cli, arguments(application));
        }
    }

    /**
     * Control-C makes the virtual machine run its shutdown hooks and then end with code 130 by itself. The hook asks
     * the command to stop and holds the machine until its transaction is rolled back.
     */
    private static Integer runInterruptibly(Cli cli, String[] arguments) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            cli.cancel();
            try {
                ended.await(ROLLBACK_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }, "towercrier-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return cli.run(arguments);
        } finally {
            ended.countDown();
            removeHook(hook);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is what ended the command: it runs already and ends by itself.
        }
    }

    private static String[] arguments(IApplicationContext application) {
        Object arguments = application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return arguments instanceof String[] given ? Arrays.copyOf(given, given.length) : new String[0];
    }

    private static String version(Version version) {
        return "Towercrier " + version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    @Override
    public void stop() {
        stop.run();
    }
}
