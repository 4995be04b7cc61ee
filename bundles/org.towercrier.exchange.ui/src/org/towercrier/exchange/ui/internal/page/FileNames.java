package org.towercrier.exchange.ui.internal.page;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Short names of files: as they stand below the sources that the user named. */
final class FileNames {

    private static final String MEMBER = "!/";

    private FileNames() {
    }

    /** The path from the source's own name on; archives keep their members. */
    static String below(List<Path> sources, String file) {
        int bang = file.indexOf(MEMBER);
        String onDisk = bang < 0 ? file : file.substring(0, bang);
        String member = bang < 0 ? "" : " \u203A " + file.substring(bang + MEMBER.length());
        try {
            Path path = Path.of(onDisk).toAbsolutePath().normalize();
            for (Path source : sources) {
                Path parent = source.getParent();
                if (path.startsWith(source) && parent != null) {
                    return parent.relativize(path) + member;
                }
            }
            return path.getFileName() == null ? file : path.getFileName() + member;
        } catch (InvalidPathException strange) {
            return file;
        }
    }
}
