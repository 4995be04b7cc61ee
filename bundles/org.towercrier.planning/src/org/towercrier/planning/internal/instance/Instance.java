package org.towercrier.planning.internal.instance;

import java.nio.file.Path;
import java.util.List;

import org.towercrier.planning.Problem;

/**
 * A problem from a file.
 *
 * @param name
 *            file name without its ending
 * @param notes
 *            what was left out, for people
 */
public record Instance(String name, Problem<?> problem, List<String> notes) {

    Instance(String name, Problem<?> problem) {
        this(name, problem, List.of());
    }

    static String nameOf(Path file) {
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
