package org.towercrier.bench.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.towercrier.command.CancelledException;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.CommandMonitor.Registration;

/** Runs a command line of this product in a new process of the same Java machine and reads its JSON document. */
final class ChildProcess {

    /** What the script sets for the command {@code detect}. */
    private static final List<String> AS_DETECT = List.of("-Xmx900m", "-Dtowercrier.store.memory=512");
    /** Ten times the cells have ten times the alarms, each with its arithmetic in memory until it is stored. */
    private static final List<String> LARGE_DETECT = List.of("-Xmx3g", "-Dtowercrier.store.memory=1536");
    private static final String LARGE = "detect-144m-seconds";

    private static final long END_SECONDS = 20;

    private final CommandMonitor monitor;

    ChildProcess(CommandMonitor monitor) {
        this.monitor = monitor;
    }

    /** What the process said. */
    record Outcome(int exitCode, Optional<JsonNode> document, String notes) {
    }

    /** Whether this process was started in a way that can be repeated. */
    static boolean possible() {
        return launcher().isPresent();
    }

    private static Optional<String> launcher() {
        String path = System.getProperty("java.class.path", "");
        return path.contains("org.eclipse.equinox.launcher") ? Optional.of(path) : Optional.empty();
    }

    Outcome run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.json");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(commandLine(arguments)).redirectOutput(out.toFile())
                .redirectError(Redirect.to(err.toFile())).start();
        process.getOutputStream().close();
        try (Registration registered = monitor.onCancel(process::destroy)) {
            int exitCode = process.waitFor();
            if (monitor.cancelled() || registered == null) {
                throw new CancelledException("");
            }
            String text = Files.readString(out, StandardCharsets.UTF_8);
            Optional<JsonNode> document = text.isBlank() ? Optional.empty()
                    : Optional.of(new ObjectMapper().readTree(text));
            return new Outcome(exitCode, document, Files.readString(err, StandardCharsets.UTF_8).strip());
        } finally {
            if (process.isAlive()) {
                process.destroy();
                process.waitFor(END_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private static List<String> commandLine(List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!option.startsWith("-agentlib") && !option.startsWith("-javaagent")) {
                line.add(option);
            }
        }
        if (arguments.contains(LARGE)) {
            line.addAll(LARGE_DETECT);
        } else if (arguments.stream().anyMatch(argument -> argument.startsWith("detect-"))) {
            line.addAll(AS_DETECT);
        }
        line.addAll(List.of("-jar", launcher().orElseThrow(), "-nosplash", "-data", "@none"));
        Optional.ofNullable(System.getProperty("osgi.configuration.area"))
                .ifPresent(area -> line.addAll(List.of("-configuration", area)));
        line.addAll(List.of("-application", "org.towercrier.cli.application"));
        line.addAll(arguments);
        return line;
    }
}
