package org.towercrier.store.duckdb.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;

import org.duckdb.DuckDBDriver;

/**
 * Loads the driver so that it finds its native library where we have put it. Left to itself, the driver unpacks 60 MB into
 * the temporary folder at each start, for 0.3 s, and leaves them there when the process is killed (on Windows always). It
 * asks its own class loader for the packed library first and then for an installed one: this loader answers the first
 * question with no, and the second with the file of {@link NativeLibrary}.
 * <p>
 * The driver's classes and the classes of ours that use them ({@code …internal.driver}) are defined by this loader, all
 * others come from the bundle.
 */
public final class DriverLoader extends ClassLoader {

    private static final System.Logger LOG = System.getLogger(DriverLoader.class.getName());
    private static final String DRIVER = "org.duckdb.";
    private static final String OURS = DriverLoader.class.getPackageName() + ".driver.";
    private static final String OPENER = OURS + "DuckDbOpener";

    static {
        registerAsParallelCapable();
    }

    private final Path library;

    private DriverLoader(Path library) {
        super(DriverLoader.class.getClassLoader());
        this.library = library;
    }

    /** Opens databases. */
    public static Opener opener() {
        return Loaded.OPENER;
    }

    private static Opener load() {
        try {
            return create(new DriverLoader(NativeLibrary.unpacked(DuckDBDriver.class)).loadClass(OPENER));
        } catch (IOException | ReflectiveOperationException | LinkageError e) {
            LOG.log(Level.WARNING, "The DuckDB library cannot be kept in the cache folder; it is unpacked at each start", e);
        }
        try {
            return create(Class.forName(OPENER));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The DuckDB driver cannot be loaded", e);
        }
    }

    private static Opener create(Class<?> type) throws ReflectiveOperationException {
        return (Opener) type.getConstructor().newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(DRIVER) && !name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = define(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        Class<?> neighbour = name.startsWith(DRIVER) ? DuckDBDriver.class : DriverLoader.class;
        try (InputStream bytes = neighbour.getResourceAsStream('/' + name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = bytes.readAllBytes();
            return defineClass(name, code, 0, code.length, DriverLoader.class.getProtectionDomain());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public URL getResource(String name) {
        return NativeLibrary.isPacked(name) ? null : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return NativeLibrary.isPacked(name) ? Collections.emptyEnumeration() : super.getResources(name);
    }

    @Override
    protected String findLibrary(String name) {
        return NativeLibrary.NAME.equals(name) ? library.toString() : null;
    }

    /** One for the process: the virtual machine binds a native library to one class loader. */
    private static final class Loaded {

        private static final Opener OPENER = load();
    }
}
