package org.towercrier.store.duckdb.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Manifest;

/**
 * The driver's native library, unpacked once for each version into a cache folder of the user. Several processes may do
 * that at the same time: the file appears by an atomic move.
 */
final class NativeLibrary {

    /** The name the driver loads an installed library by. */
    static final String NAME = "duckdb_java";

    /** System property for another cache folder than the platform's. */
    static final String CACHE_PROPERTY = "towercrier.cache";

    private static final String PACKED = "libduckdb_java.so_";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private NativeLibrary() {
    }

    /** Whether a resource is a native library packed into the driver. */
    static boolean isPacked(String resource) {
        return resource.startsWith(PACKED) || resource.startsWith('/' + PACKED);
    }

    /** The library file, unpacked when it is not there in full. */
    static Path unpacked(Class<?> driver) throws IOException {
        URL packed = driver.getResource('/' + PACKED + platform());
        if (packed == null) {
            throw new FileNotFoundException("The driver has no library for " + platform());
        }
        URLConnection source = packed.openConnection();
        source.setUseCaches(false);
        long size = source.getContentLengthLong();
        Path folder = cache().resolve("duckdb-" + version(packed) + '-' + platform());
        Path library = folder.resolve(System.mapLibraryName(NAME));
        if (size > 0 && Files.isRegularFile(library) && Files.size(library) == size) {
            return library;
        }
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, NAME, ".part");
        try {
            copy(source, part);
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return library;
    }

    private static void copy(URLConnection source, Path target) throws IOException {
        try (InputStream in = source.getInputStream()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static String version(URL packed) throws IOException {
        String url = packed.toString();
        try (InputStream in = URI.create(url.substring(0, url.lastIndexOf(PACKED)) + MANIFEST).toURL().openStream()) {
            return Optional.ofNullable(new Manifest(in).getMainAttributes().getValue("Bundle-Version"))
                    .orElseThrow(() -> new IOException("The driver does not tell its version"));
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return "osx_universal";
        }
        String arch = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm64";
            default -> "amd64";
        };
        return (os.startsWith("windows") ? "windows_" : "linux_") + arch;
    }

    private static Path cache() {
        String home = System.getProperty("user.home");
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Optional<Path> given = Optional.ofNullable(System.getProperty(CACHE_PROPERTY)).map(Path::of);
        if (os.startsWith("windows")) {
            return given.orElseGet(() -> environment("LOCALAPPDATA").orElse(Path.of(home, "AppData", "Local"))
                    .resolve("towercrier").resolve("cache"));
        }
        if (os.startsWith("mac")) {
            return given.orElseGet(() -> Path.of(home, "Library", "Caches", "towercrier"));
        }
        return given.orElseGet(() -> environment("XDG_CACHE_HOME").orElse(Path.of(home, ".cache")).resolve("towercrier"));
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).map(Path::of)
                .filter(Path::isAbsolute);
    }
}
