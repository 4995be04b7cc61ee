package org.towercrier.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandException;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.SkippedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.Check.Finding;
import org.towercrier.command.verify.CheckContext;
import org.towercrier.command.verify.Checks;
import org.towercrier.command.verify.WorkspaceVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify [--data DIR]}: published reference values against what this build computes. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "verify")
public final class VerifyCommand implements HeadlessCommand {

    /** Widths of the columns of sentences on a terminal. */
    private static final int LONG = 48;
    private static final int SHORT = 28;

    @Option(names = "--data", paramLabel = "DIR")
    private Optional<Path> data = Optional.empty();

    @Parameters(arity = "0..1", paramLabel = "WHAT")
    private Optional<String> what = Optional.empty();

    /**
     * A line of the result.
     *
     * @param ok
     *            absent when skipped
     * @param note
     *            why it was skipped, what went wrong, or what the check says beside its value
     */
    record Line(String id, String what, String source, Object published, Optional<Object> ours, double tolerance,
            Optional<Boolean> ok, Optional<String> note) {
    }

    @Override
    public int run(CommandContext context) throws Exception {
        if (what.isPresent()) {
            return workspace(what.get(), context);
        }
        if (data.isPresent() && !Files.isDirectory(data.get())) {
            throw new UsageException(context.messages().text("Verify_NoFolder", data.get()));
        }
        List<Check> checks = context.installed(Checks.class).stream().flatMap(area -> area.checks().stream())
                .sorted(Comparator.comparing(Check::id)).toList();
        List<Line> lines = new ArrayList<>();
        Path folder = Files.createTempDirectory("towercrier-verify");
        try {
            CheckContext where = checkContext(context, folder);
            context.monitor().task(context.messages().text("Verify_Task"), checks.size(), "");
            for (Check check : checks) {
                context.monitor().checkCancelled();
                lines.add(line(check, where));
                context.monitor().progress(lines.size());
            }
        } finally {
            context.closeWorkspace();
            delete(folder);
        }
        boolean ok = lines.stream().noneMatch(line -> line.ok().equals(Optional.of(false)));
        print(lines, ok, context);
        context.json(document(lines, ok));
        return ok ? ExitCode.DONE : ExitCode.CONDITION;
    }

    /** Verifies something that the workspace keeps, its audit log for instance. */
    private static int workspace(String name, CommandContext context) throws Exception {
        Optional<WorkspaceVerification> any = context.optionalService(WorkspaceVerification.class);
        List<WorkspaceVerification> all = any.isPresent() ? context.installed(WorkspaceVerification.class) : List.of();
        WorkspaceVerification wanted = all.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new UsageException(context.messages().text("Verify_NoSuch", name,
                        String.join(", ", all.stream().map(WorkspaceVerification::name).sorted().toList()))));
        WorkspaceVerification.Outcome outcome = wanted.verify();
        outcome.sentences().forEach(context.out()::println);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", outcome.ok());
        document.put("sentences", outcome.sentences());
        document.putAll(outcome.details());
        context.json(document);
        return outcome.ok() ? ExitCode.DONE : ExitCode.CONDITION;
    }

    private static Line line(Check check, CheckContext context) {
        try {
            Object computed = check.computation().compute(context);
            Object ours = computed instanceof Finding finding ? finding.value() : computed;
            Optional<String> note = computed instanceof Finding finding ? Optional.of(finding.note()) : Optional.empty();
            return new Line(check.id(), check.what(), check.source(), check.published(), Optional.ofNullable(ours),
                    check.tolerance(), Optional.of(check.meets(ours)), note);
        } catch (SkippedException skipped) {
            return new Line(check.id(), check.what(), check.source(), check.published(), Optional.empty(),
                    check.tolerance(), Optional.empty(), Optional.of(skipped.getMessage()));
        } catch (CommandException trouble) {
            throw trouble;
        } catch (Exception failed) { // the boundary: a check that breaks is off, and the others are still made
            return new Line(check.id(), check.what(), check.source(), check.published(), Optional.empty(),
                    check.tolerance(), Optional.of(false), Optional.of(failed.toString()));
        }
    }

    private CheckContext checkContext(CommandContext context, Path folder) {
        CommandContext scratch = context.withWorkspace(folder.resolve("workspace"));
        return new CheckContext() {
            @Override
            public Path data(String relative) {
                Path root = data.orElseThrow(() -> new SkippedException(context.messages().text("Verify_NoData")));
                Path file = root.resolve(relative);
                if (!Files.exists(file)) {
                    throw new SkippedException(context.messages().text("Verify_NoFile", relative));
                }
                return file;
            }

            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public <T> T service(Class<T> type) {
                return scratch.service(type);
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

    private static void print(List<Line> lines, boolean ok, CommandContext context) {
        Messages texts = context.messages();
        Table table = Table.in(context).text("id").wrapped(texts.text("Verify_What"), LONG).text(texts.text("Verify_Published"))
                .text(texts.text("Verify_Ours")).text(texts.text("Verify_Tolerance")).wrapped(texts.text("Verify_Verdict"), SHORT)
                .wrapped(texts.text("Verify_Source"), LONG);
        for (Line line : lines) {
            String verdict = line.ok().map(met -> texts.text(met ? "Verify_Ok" : "Verify_Off"))
                    .orElseGet(() -> texts.text("Verify_Skipped"));
            table.row(line.id(), line.what(), line.published(), line.ours(),
                    line.tolerance() == 0 ? Optional.empty() : Optional.of("±" + line.tolerance()),
                    line.note().map(note -> verdict + ": " + note).orElse(verdict), line.source());
        }
        table.print(context.out());
        context.out().println();
        context.out().println(texts.text(ok ? "Verify_AllOk" : "Verify_SomeOff",
                lines.stream().filter(line -> line.ok().equals(Optional.of(true))).count(),
                lines.stream().filter(line -> line.ok().equals(Optional.of(false))).count(),
                lines.stream().filter(line -> line.ok().isEmpty()).count()));
    }

    private static Map<String, Object> document(List<Line> lines, boolean ok) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", ok);
        document.put("checks", lines);
        return document;
    }

    @Override
    public String messages() {
        return Cli.MESSAGES;
    }
}
