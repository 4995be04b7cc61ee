package org.towercrier.workbench.internal.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Component;
import org.towercrier.command.CommandMonitor.Registration;
import org.towercrier.command.SkippedException;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.workbench.internal.ExitWhenShown;

/**
 * Times the product as a user starts it: from the start of the process until its window can be used. The second start counts, when the files of the
 * product are in the memory of the system and the workspace is there.
 */
@Component
public final class StartupBench implements BenchCase {

    private static final String LAUNCHER = "org.eclipse.equinox.launcher";
    private static final long PATIENCE_SECONDS = 120;
    private static final double MILLIS = 1000;

    /** What the script sets for commands only, or what would be measured beside the product. */
    private static final List<String> NOT_OF_THE_WORKBENCH = List.of("-agentlib", "-agentpath", "-javaagent", "-XX:+UseParallelGC",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel", "-Djava.awt.headless");

    /** What the script sets for the workbench. */
    private static final List<String> OF_THE_WORKBENCH = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @Override
    public BenchInfo info() {
        return BenchInfo.of("startup-seconds", "second start of the workbench until its window can be used", "s", Goal.atMost(3));
    }

    @Override
    public BenchResult run(BenchContext context) throws IOException, InterruptedException {
        String launcher = System.getProperty("java.class.path", "");
        if (!launcher.contains(LAUNCHER) || launcher.contains(File.pathSeparator)) {
            throw new SkippedException("not started by the product's launcher");
        }
        needDisplay();
        List<String> line = commandLine(launcher, context.folder().resolve("window"));
        double first = start(line, context);
        double second = start(line, context);
        return new BenchResult(second, String.format(Locale.ROOT, "new workspace, first start %.1f s", first));
    }

    private static boolean onMac() {
        return "macosx".equals(System.getProperty("osgi.os"));
    }

    private static void needDisplay() {
        if (onMac()) {
            // There always is one, and only the first thread of a process may ask for it.
            return;
        }
        try {
            new Display().dispose();
        } catch (SWTError | UnsatisfiedLinkError noWindow) {
            throw new SkippedException("no display: " + noWindow.getMessage());
        }
    }

    private static List<String> commandLine(String launcher, Path workspace) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> NOT_OF_THE_WORKBENCH.stream().noneMatch(option::startsWith)).forEach(line::add);
        line.addAll(OF_THE_WORKBENCH);
        if (onMac()) {
            line.add("-XstartOnFirstThread");
        }
        line.addAll(List.of("-D" + ExitWhenShown.PROPERTY + "=true", "-jar", launcher, "-nosplash", "-data", "@noDefault"));
        Optional.ofNullable(System.getProperty("osgi.configuration.area")).ifPresent(area -> line.addAll(List.of("-configuration", area)));
        line.addAll(List.of("--workspace", workspace.toString()));
        return line;
    }

    /** Seconds from the start of the process until its window can be used; waits for its end. */
    private static double start(List<String> line, BenchContext context) throws IOException, InterruptedException {
        Path out = context.folder().resolve("window.out");
        Path err = context.folder().resolve("window.err");
        long begun = System.currentTimeMillis();
        Process process = new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        try (Registration stop = context.monitor().onCancel(process::destroy)) {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (stop != null) {
                context.monitor().checkCancelled();
            }
            Optional<Long> usable = ExitWhenShown.said(text(out));
            if (!ended || usable.isEmpty()) {
                throw new IllegalStateException("The window did not open: " + text(err).strip());
            }
            return (usable.get() - begun) / MILLIS;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
