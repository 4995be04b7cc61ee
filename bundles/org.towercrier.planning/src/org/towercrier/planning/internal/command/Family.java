package org.towercrier.planning.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.towercrier.planning.internal.instance.Dimacs;
import org.towercrier.planning.internal.instance.Instance;
import org.towercrier.planning.internal.instance.InstanceException;
import org.towercrier.planning.internal.instance.OrLibrary;
import org.towercrier.planning.internal.instance.RadioLinks;

/** The families of benchmark files that can be solved, by their names on the command line. */
enum Family {
    ORLIB_UFLP("orlib-uflp"), ORLIB_CFLP("orlib-cflp"), ORLIB_PMEDIAN("orlib-pmedian"), CALMA_FAP("calma-fap"), DIMACS_COLOURING(
            "dimacs-colouring"),
    COVERAGE("coverage");

    private final String id;

    Family(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Optional<Family> named(String id) {
        String wanted = id.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(family -> family.id.equals(wanted)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Family::id).collect(Collectors.joining(", "));
    }

    /** What the named files and folders hold: a folder stands for the files of this family in it. */
    List<Path> files(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (!Files.isDirectory(path) || this == CALMA_FAP && isTextInstance(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> walk = Files.walk(path)) {
                walk.filter(Files::isRegularFile).filter(this::looksRight).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static boolean isTextInstance(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            List<String> names = list.filter(Files::isRegularFile).map(file -> String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT))
                    .toList();
            return Stream.of("var", "dom", "ctr").allMatch(kind -> names.stream().filter(name -> name.startsWith(kind)).count() == 1);
        }
    }

    private boolean looksRight(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (this) {
            case ORLIB_UFLP, ORLIB_CFLP -> name.startsWith("cap") && !name.endsWith(".opt") && !name.startsWith("capopt");
            case ORLIB_PMEDIAN -> name.startsWith("pmed") && !name.startsWith("pmedopt") && !name.endsWith(".opt");
            case CALMA_FAP -> name.endsWith(".json") || name.startsWith("ctr");
            case DIMACS_COLOURING -> name.endsWith(".col");
            case COVERAGE -> name.endsWith(".csv");
        };
    }

    Instance read(Path file, InstanceOptions options) throws IOException, InstanceException {
        return switch (this) {
            case ORLIB_UFLP -> OrLibrary.uncapacitated(file);
            case ORLIB_CFLP -> OrLibrary.capacitated(file, options.capacity());
            case ORLIB_PMEDIAN -> OrLibrary.median(file);
            case CALMA_FAP -> RadioLinks.read(file, options.goal().orElse(null));
            case DIMACS_COLOURING -> Dimacs.read(file);
            case COVERAGE -> throw new IllegalStateException("Coverage is read from all files together");
        };
    }
}
