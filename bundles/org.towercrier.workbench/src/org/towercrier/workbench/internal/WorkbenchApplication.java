package org.towercrier.workbench.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.towercrier.command.WorkspaceLocation;
import org.towercrier.store.Workspaces;

/**
 * The workbench as an Equinox application. It opens the workspace before the platform builds the window, so that every
 * view finds its store, and keeps what the window remembers (layout, filters, columns) inside that workspace.
 *
 * <p>It wraps the platform's application instead of using a life cycle class, because only here it can end quietly
 * when the user gives up on a workspace that is in use.
 */
public final class WorkbenchApplication implements IApplication {

    private static final String WORKSPACE = "--workspace";

    private final E4Application platform = new E4Application() {
        @Override
        public Display getApplicationDisplay() {
            return display == null ? super.getApplicationDisplay() : display;
        }
    };
    private Display display;

    @Override
    public Object start(IApplicationContext application) throws Exception {
        Display.setAppName("Towercrier");
        display = new Display();
        BundleContext bundles = FrameworkUtil.getBundle(WorkbenchApplication.class).getBundleContext();
        ServiceReference<Workspaces> reference = bundles.getServiceReference(Workspaces.class);
        if (reference == null) {
            display.dispose();
            throw new IllegalStateException("No store engine is installed: the product lacks the bundle that provides Workspaces.");
        }
        Workspaces workspaces = bundles.getService(reference);
        try {
            Path wanted = workspace(arguments(application));
            Optional<Path> opened = new WorkspaceOpener(workspaces, display).open(wanted);
            if (opened.isEmpty()) {
                display.dispose();
                return EXIT_OK;
            }
            WorkbenchState state = new WorkbenchState(opened.get());
            state.use();
            state.language().ifPresent(Locale::setDefault);
            ExitWhenShown.follow(bundles);
            return platform.start(application);
        } finally {
            workspaces.close();
            bundles.ungetService(reference);
        }
    }

    @Override
    public void stop() {
        platform.stop();
    }

    private static List<String> arguments(IApplicationContext application) {
        return application.getArguments().get(IApplicationContext.APPLICATION_ARGS) instanceof String[] arguments
                ? List.of(arguments)
                : List.of();
    }

    /** The folder named by {@code --workspace}, else the one of this user on this machine. */
    static Path workspace(List<String> arguments) {
        int named = arguments.indexOf(WORKSPACE);
        if (named >= 0 && named + 1 < arguments.size()) {
            return Path.of(arguments.get(named + 1)).toAbsolutePath().normalize();
        }
        return arguments.stream().filter(argument -> argument.startsWith(WORKSPACE + '=')).findFirst()
                .map(argument -> Path.of(argument.substring(WORKSPACE.length() + 1)).toAbsolutePath().normalize())
                .orElseGet(WorkspaceLocation::ofThisMachine);
    }
}
