package org.towercrier.expansion.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.towercrier.command.Json;
import org.towercrier.expansion.ExpansionPlan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Saved plans: one JSON document each in the workspace's folder {@code plans}, as the command prints it. */
public final class PlanBook {

    /** Name of the plan made last without a name. */
    public static final String LAST = "last";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]{1,80}");
    private static final String SUFFIX = ".json";

    private final Path folder;

    /** In a workspace. */
    public PlanBook(Path workspace) {
        this.folder = workspace.resolve("plans");
    }

    /** Whether a plan can have the name: letters, digits, dot, dash and underscore. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.startsWith(".");
    }

    /** Saves a plan, all of it or nothing. */
    public void save(String name, ExpansionPlan plan) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, name, ".part");
        try {
            Files.writeString(part, Json.writer().writeValueAsString(plan), StandardCharsets.UTF_8);
            Files.move(part, folder.resolve(name + SUFFIX), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A saved plan. */
    public Optional<JsonNode> load(String name) throws IOException {
        Path file = folder.resolve(name + SUFFIX);
        return isName(name) && Files.isRegularFile(file) ? Optional.of(new ObjectMapper().readTree(file.toFile())) : Optional.empty();
    }

    /** Names of the saved plans. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(SUFFIX))
                        .map(name -> name.substring(0, name.length() - SUFFIX.length())).sorted().forEach(names::add);
            }
        }
        return names;
    }
}
