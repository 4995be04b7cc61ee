package org.towercrier.store.conformance;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The class path of the running tests, for child processes: on a plain class path, and in OSGi that of all bundles. */
final class TestClassPath {

    private static final String BUILT = "target/classes";

    private TestClassPath() {
    }

    /** A bundle of the running build is its project folder, with the classes below. */
    private static String classes(File bundle) {
        File built = new File(bundle, BUILT);
        return (built.isDirectory() ? built : bundle).getAbsolutePath();
    }

    static String get() {
        List<String> entries = new ArrayList<>();
        Bundle bundle = FrameworkUtil.getBundle(TestClassPath.class);
        if (bundle != null) {
            for (Bundle installed : bundle.getBundleContext().getBundles()) {
                FileLocator.getBundleFileLocation(installed).map(TestClassPath::classes).ifPresent(entries::add);
            }
        } else if (TestClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                entries.add(Path.of(URI.create(url.toString())).toString());
            }
        } else {
            entries.add(System.getProperty("java.class.path"));
        }
        return String.join(File.pathSeparator, entries);
    }
}
