package org.towercrier.bench.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.SkippedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench [ID…] [--scale small|full]}: the performance figures of this build on this machine. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "bench")
public final class BenchCommand implements HeadlessCommand {

    @Parameters(paramLabel = "ID", arity = "0..*")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--scale", paramLabel = "small|full")
    private Optional<BenchScale> scale = Optional.empty();

    /** How a case is run: the calling process measures nothing itself. */
    @Option(names = "--in-process", hidden = true)
    private boolean inProcess;

    @Override
    public int run(CommandContext context) throws Exception {
        List<BenchCase> cases = selected(context);
        if (inProcess) {
            return measureHere(cases, context);
        }
        List<Figure> figures = new ArrayList<>();
        for (BenchCase bench : cases) {
            context.monitor().checkCancelled();
            context.monitor().task(bench.info().id(), 0, "");
            figures.add(figure(bench, context));
        }
        print(figures, context);
        context.json(document(figures));
        return figures.stream().anyMatch(Figure::missed) ? ExitCode.CONDITION : ExitCode.DONE;
    }

    private BenchScale effectiveScale() {
        return scale.orElse(BenchScale.FULL);
    }

    /** Those named, else all; those that take many minutes only when they or the full scale are asked for. */
    private List<BenchCase> selected(CommandContext context) {
        Map<String, BenchCase> all = new LinkedHashMap<>();
        context.installed(BenchCase.class).stream().sorted(Comparator.comparing(bench -> bench.info().id()))
                .forEach(bench -> all.put(bench.info().id(), bench));
        for (String id : ids) {
            if (!all.containsKey(id)) {
                throw new UsageException(context.messages().text("Bench_Unknown", id, String.join(", ", all.keySet())));
            }
        }
        boolean withLong = scale.equals(Optional.of(BenchScale.FULL));
        return ids.isEmpty() ? all.values().stream().filter(bench -> withLong || !bench.info().fullOnly()).toList()
                : ids.stream().map(all::get).toList();
    }

    private Figure figure(BenchCase bench, CommandContext context) throws InterruptedException {
        BenchInfo info = bench.info();
        if (info.fullOnly() && effectiveScale() == BenchScale.SMALL) {
            return Figure.skipped(info, context.messages().text("Bench_FullOnly"));
        }
        if (!ChildProcess.possible()) {
            return Figure.skipped(info, context.messages().text("Bench_NoProcess"));
        }
        try {
            Path folder = Files.createTempDirectory("towercrier-bench");
            try {
                return figure(info, folder, context);
            } finally {
                delete(folder);
            }
        } catch (IOException | UncheckedIOException trouble) {
            return Figure.failed(info, String.valueOf(trouble.getMessage()));
        }
    }

    private Figure figure(BenchInfo info, Path folder, CommandContext context)
            throws IOException, InterruptedException {
        ChildProcess.Outcome outcome = new ChildProcess(context.monitor()).run(folder,
                List.of("--workspace", folder.resolve("workspace").toString(), "--json", "bench", info.id(), "--in-process",
                        "--scale", effectiveScale().name().toLowerCase(Locale.ROOT)));
        if (outcome.document().isEmpty()) {
            return Figure.failed(info, context.messages().text("Bench_Ended", outcome.exitCode(), outcome.notes()));
        }
        JsonNode document = outcome.document().get();
        if (document.hasNonNull("skipped")) {
            return Figure.skipped(info, document.get("skipped").asText());
        }
        JsonNode peak = document.path("peakMemoryMiB");
        return Figure.measured(info, effectiveScale() == BenchScale.FULL,
                new Measured(document.get("value").isNumber() ? document.get("value").asDouble() : Double.NaN,
                        document.get("size").asText(),
                        peak.isNumber() ? Optional.of(peak.asDouble()) : Optional.empty()));
    }

    private int measureHere(List<BenchCase> cases, CommandContext context) throws Exception {
        if (cases.size() != 1) {
            throw new UsageException(context.messages().text("Bench_One"));
        }
        Path folder = Files.createTempDirectory("towercrier-bench");
        try {
            BenchResult result = cases.getFirst().run(benchContext(folder, context));
            context.json(new Measured(result.value(), result.size(), Measured.peakMemory()));
            return ExitCode.DONE;
        } catch (SkippedException skipped) {
            context.json(Map.of("skipped", skipped.getMessage()));
            return ExitCode.DONE;
        } finally {
            context.closeWorkspace();
            delete(folder);
        }
    }

    private BenchContext benchContext(Path folder, CommandContext context) {
        return new BenchContext() {
            @Override
            public BenchScale scale() {
                return effectiveScale();
            }

            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public <T> T service(Class<T> type) {
                return context.service(type);
            }

            @Override
            public CommandMonitor monitor() {
                return context.monitor();
            }
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void print(List<Figure> figures, CommandContext context) {
        Messages texts = context.messages();
        context.out().println(machine());
        context.out().println();
        Table table = Table.in(context).text("id").text(texts.text("Bench_What")).number(texts.text("Bench_Value"), "", 2)
                .text(texts.text("Bench_Unit")).text(texts.text("Bench_Goal")).text(texts.text("Bench_Reached"))
                .number(texts.text("Bench_Memory"), "MiB", 0).text(texts.text("Bench_Size"));
        for (Figure figure : figures) {
            table.row(figure.id(), figure.what(), figure.value(), figure.unit(),
                    (figure.atMost() ? "≤ " : "≥ ") + plain(figure.goal(), context), reached(figure, texts),
                    figure.peakMemoryMiB(), figure.skipped().or(figure::failed).or(figure::size));
        }
        table.print(context.out());
    }

    private static String plain(double goal, CommandContext context) {
        return String.format(context.locale(), goal == Math.rint(goal) ? "%,.0f" : "%,.2f", goal);
    }

    private static String reached(Figure figure, Messages texts) {
        if (figure.skipped().isPresent()) {
            return texts.text("Bench_Skipped");
        }
        if (figure.failed().isPresent()) {
            return texts.text("Bench_Failed");
        }
        return figure.ok().map(ok -> texts.text(ok ? "Bench_Yes" : "Bench_No"))
                .orElseGet(() -> texts.text("Bench_NotJudged"));
    }

    private static Map<String, Object> document(List<Figure> figures) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", machine());
        document.put("figures", figures);
        return document;
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", " + runtime.availableProcessors() + " processors, Java "
                + Runtime.version().feature() + ", heap up to " + (runtime.maxMemory() >> 20) + " MiB";
    }

    @Override
    public String messages() {
        return "OSGI-INF/l10n/bench";
    }
}
