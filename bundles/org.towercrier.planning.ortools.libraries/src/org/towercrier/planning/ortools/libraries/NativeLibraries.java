package org.towercrier.planning.ortools.libraries;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Loads the solver's libraries. The library's own loader wants a jar file on the class path, which a framework does not have. This class stands in a
 * fragment, because a library belongs to the class loader that loads it, and that has to be the one of the classes with native methods.
 *
 * <p>
 * The libraries are unpacked once for a version, to a folder of the user that nobody else can write, and stay there.
 */
public final class NativeLibraries implements Runnable {

    private static final String JNI = "jniortools";

    /**
     * Loads them.
     *
     * @throws UnsatisfiedLinkError
     *             when there are none for this platform, or the system refuses them, with the reason
     * @throws UncheckedIOException
     *             when they cannot be unpacked
     */
    @Override
    public void run() {
        Bundle bundle = FrameworkUtil.getBundle(NativeLibraries.class);
        if (bundle == null) {
            throw new UnsatisfiedLinkError("The libraries are loaded from a bundle only.");
        }
        String folder = "ortools-" + system() + "-" + processor();
        var found = bundle.findEntries(folder, "*", false);
        if (found == null) {
            throw new UnsatisfiedLinkError("There are no libraries of the solver for this platform (" + folder + ").");
        }
        try {
            load(unpack(Collections.list(found), folder + "-" + bundle.getVersion()));
        } catch (IOException trouble) {
            throw new UncheckedIOException("The libraries of the solver cannot be unpacked: " + trouble.getMessage(), trouble);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "win32" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return name.equals("amd64") || name.equals("x86_64") ? "x86-64" : name;
    }

    private static Path unpack(List<URL> libraries, String name) throws IOException {
        Path parent = cache();
        Path target = parent.resolve(name);
        if (isWhole(target, libraries)) {
            return target;
        }
        Path fresh = Files.createTempDirectory(parent, name + ".");
        for (URL library : libraries) {
            try (InputStream in = library.openStream()) {
                Files.copy(in, fresh.resolve(fileName(library)));
            }
        }
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            // Another process was faster, or what is there is damaged and in use: the fresh copy serves then.
            if (!isWhole(target, libraries)) {
                return fresh;
            }
            delete(fresh);
        }
        return target;
    }

    private static Path cache() throws IOException {
        for (Path candidate : candidates()) {
            try {
                Files.createDirectories(candidate.getParent());
                if (candidate.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createDirectory(candidate, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectory(candidate);
                }
                return candidate;
            } catch (FileAlreadyExistsException here) {
                if (Files.isWritable(candidate)
                        && Files.getOwner(candidate).equals(Files.getOwner(Path.of(System.getProperty("user.home"))))) {
                    return candidate;
                }
            } catch (IOException unwritable) {
                // The next one may do; the last resort below always does or says why.
                continue;
            }
        }
        Path last = Files.createTempDirectory("towercrier-ortools");
        last.toFile().deleteOnExit();
        return last;
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        Path home = Path.of(System.getProperty("user.home", "."));
        switch (system()) {
            case "darwin" -> candidates.add(home.resolve("Library/Caches/towercrier/libraries"));
            case "win32" -> candidates.add((System.getenv("LOCALAPPDATA") == null ? home : Path.of(System.getenv("LOCALAPPDATA")))
                    .resolve("Towercrier").resolve("libraries"));
            default -> {
                String named = System.getenv("XDG_CACHE_HOME");
                candidates
                        .add((named == null || named.isBlank() ? home.resolve(".cache") : Path.of(named)).resolve("towercrier/libraries"));
            }
        }
        return candidates;
    }

    private static boolean isWhole(Path folder, List<URL> libraries) throws IOException {
        for (URL library : libraries) {
            Path file = folder.resolve(fileName(library));
            if (!Files.isRegularFile(file) || Files.size(file) != library.openConnection().getContentLength()) {
                return false;
            }
        }
        return true;
    }

    private static String fileName(URL library) {
        return library.getPath().substring(library.getPath().lastIndexOf('/') + 1);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void load(Path folder) throws IOException {
        if (system().equals("win32")) {
            // Windows looks for the libraries that a library needs among those that are loaded already, not beside it.
            loadInOrder(folder);
        } else {
            System.load(folder.resolve(System.mapLibraryName(JNI)).toString());
        }
    }

    private static void loadInOrder(Path folder) throws IOException {
        List<Path> waiting;
        try (Stream<Path> files = Files.list(folder)) {
            waiting = new ArrayList<>(files.toList());
        }
        while (!waiting.isEmpty()) {
            List<Path> refused = new ArrayList<>();
            UnsatisfiedLinkError last = null;
            for (Path library : waiting) {
                try {
                    System.load(library.toString());
                } catch (UnsatisfiedLinkError early) {
                    refused.add(library);
                    last = early;
                }
            }
            if (last != null && refused.size() == waiting.size()) {
                throw last;
            }
            waiting = refused;
        }
    }
}
