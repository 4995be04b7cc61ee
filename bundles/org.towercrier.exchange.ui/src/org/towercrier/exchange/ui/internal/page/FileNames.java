package org.towercrier.exchange.ui.internal.page;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Name of a file for people.
 *
 * @param name its own name, of a member of an archive that of the member
 * @param folder where it lies below the source that the user named, archives included; empty for a source itself
 */
record FileNames(String name, String folder) {

    private static final String MEMBER = "!/";
    private static final String INSIDE = " \u203A ";

    static FileNames of(List<Path> sources, String file) {
        int bang = file.indexOf(MEMBER);
        String onDisk = below(sources, bang < 0 ? file : file.substring(0, bang));
        String whole = bang < 0 ? onDisk : onDisk + "/" + file.substring(bang + MEMBER.length());
        String unified = whole.replace('\\', '/');
        int slash = unified.lastIndexOf('/');
        String folder = slash < 0 ? "" : unified.substring(0, slash);
        boolean member = bang >= 0 && folder.length() >= onDisk.length();
        return new FileNames(unified.substring(slash + 1),
                member ? onDisk.replace('\\', '/') + inside(folder.substring(onDisk.length())) : folder);
    }

    private static String inside(String folders) {
        return folders.isEmpty() ? "" : INSIDE + folders.substring(1);
    }

    /** The path from the source's own name on. */
    private static String below(List<Path> sources, String onDisk) {
        try {
            Path path = Path.of(onDisk).toAbsolutePath().normalize();
            for (Path source : sources) {
                Path parent = source.getParent();
                if (path.startsWith(source) && parent != null) {
                    return parent.relativize(path).toString();
                }
            }
            return path.getFileName() == null ? onDisk : path.getFileName().toString();
        } catch (InvalidPathException strange) {
            return onDisk;
        }
    }
}
