package org.towercrier.exchange.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportException.Kind;

/** Finds the files of a request, folders with all below them, in a fixed order. */
final class FileFinder {

    /**
     * A file to look at.
     *
     * @param file its path
     * @param explicit named itself, not found in a folder
     * @param size bytes
     */
    record Candidate(Path file, boolean explicit, long size) {
    }

    private final Path workspace;

    /** @param workspace never looked into: importing one's own store makes no sense */
    FileFinder(Path workspace) {
        this.workspace = workspace.toAbsolutePath().normalize();
    }

    /** @throws ImportException when a path does not exist or a folder cannot be listed */
    List<Candidate> find(List<Path> paths) throws ImportException {
        List<Candidate> found = new ArrayList<>();
        for (Path path : paths) {
            try {
                if (Files.isDirectory(path)) {
                    List<Candidate> inFolder = new ArrayList<>();
                    Files.walkFileTree(path, new Walk(inFolder));
                    inFolder.sort((a, b) -> a.file().compareTo(b.file()));
                    found.addAll(inFolder);
                } else if (Files.exists(path)) {
                    found.add(new Candidate(path, true, Files.size(path)));
                } else {
                    throw new ImportException(Kind.REQUEST, Texts.text("Request_Missing", path));
                }
            } catch (IOException unreadable) {
                throw new ImportException(Kind.REQUEST, Texts.text("Request_Unreadable", path, String.valueOf(unreadable.getMessage())),
                        unreadable);
            }
        }
        return found;
    }

    /** Links are not followed: a loop would never end. Hidden files and folders belong to the system or a tool. */
    private final class Walk extends SimpleFileVisitor<Path> {

        private final List<Candidate> found;

        Walk(List<Candidate> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean own = folder.toAbsolutePath().normalize().equals(workspace);
            return own || hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean readable = attributes.isRegularFile() || attributes.isSymbolicLink() && Files.isRegularFile(file);
            if (readable && !hidden(file)) {
                found.add(new Candidate(file, false, Files.size(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean hidden(Path path) {
            String name = String.valueOf(path.getFileName());
            return name.startsWith(".") && name.length() > 2;
        }
    }
}
