package org.towercrier.planning.ortools.internal;

import java.io.UncheckedIOException;
import java.util.Optional;

import org.osgi.framework.FrameworkUtil;
import org.towercrier.planning.solver.SolverUnavailableException;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;

/** Loads the solver's libraries at the first use; remembers when that failed. */
final class Libraries {

    /** In a fragment of the solver's bundle: a library belongs to the class loader that loads it. */
    private static final String LOADER = "org.towercrier.planning.ortools.libraries.NativeLibraries";

    private boolean loaded;
    private Optional<SolverUnavailableException> refused = Optional.empty();

    synchronized void load() throws SolverUnavailableException {
        if (loaded) {
            return;
        }
        if (refused.isPresent()) {
            throw refused.get();
        }
        try {
            run();
            loaded = true;
        } catch (UnsatisfiedLinkError | UncheckedIOException | ReflectiveOperationException trouble) {
            String reason = trouble.getMessage() == null ? trouble.toString() : trouble.getMessage();
            SolverUnavailableException unavailable = new SolverUnavailableException(reason, trouble);
            refused = Optional.of(unavailable);
            throw unavailable;
        }
    }

    private static void run() throws ReflectiveOperationException {
        if (FrameworkUtil.getBundle(CpModel.class) == null) {
            // On a plain class path the library finds its own jar.
            Loader.loadNativeLibraries();
            return;
        }
        Class<?> loader = Class.forName(LOADER, true, CpModel.class.getClassLoader());
        ((Runnable) loader.getDeclaredConstructor().newInstance()).run();
    }
}
