package org.towercrier.exchange.internal.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CancelledException;
import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandException;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.TroubleException;
import org.towercrier.command.UsageException;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportService;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files and folders: {@code towercrier import PATH… [--format ID] [--profile FILE] [--zone ZONE] [--dry-run] [--strict]}. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "import")
public final class ImportCommand implements HeadlessCommand {

    /** More files than this are summed up for people; the JSON has them all. */
    private static final int LISTED = 40;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    List<Path> paths = List.of();
    @Option(names = "--format", paramLabel = "ID")
    Optional<String> format = Optional.empty();
    @Option(names = "--profile", paramLabel = "FILE")
    Optional<Path> profile = Optional.empty();
    @Option(names = "--zone", paramLabel = "ZONE")
    Optional<String> zone = Optional.empty();
    @Option(names = "--dry-run")
    boolean dryRun;
    @Option(names = "--strict")
    boolean strict;

    @Override
    public String messages() {
        return "OSGI-INF/l10n/exchange";
    }

    @Override
    public int run(CommandContext context) {
        ImportRequest request = new ImportRequest(paths, format, profile, zone.map(id -> zone(context, id)), dryRun, strict);
        ImportReport report;
        try {
            report = context.service(ImportService.class).run(request, new Progress(context));
        } catch (ImportException failed) {
            throw translate(failed);
        }
        print(context, report);
        context.json(report);
        long refused = report.files().stream().filter(file -> file.refused().isPresent()).count();
        if (refused > 0) {
            throw new RefusedException(context.messages().text("Import_Refused", refused, report.files().size()));
        }
        return ExitCode.DONE;
    }

    private static ZoneId zone(CommandContext context, String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new UsageException(context.messages().text("Import_Zone", id), unknown);
        }
    }

    private static CommandException translate(ImportException failed) {
        return switch (failed.kind()) {
            case REQUEST -> new UsageException(failed.getMessage(), failed);
            case STORE -> new TroubleException(failed.getMessage(), failed);
            case CANCELLED -> new CancelledException(failed.getMessage(), failed);
        };
    }

    private void print(CommandContext context, ImportReport report) {
        List<FileReport> files = report.files();
        if (files.size() <= LISTED) {
            Table table = Table.in(context).text(text(context, "Column_File")).text(text(context, "Column_Format"))
                    .number(text(context, "Column_Rows"), "", 0)
                    .number(text(context, "Column_Stored"), "", 0).number(text(context, "Column_Unchanged"), "", 0)
                    .number(text(context, "Column_Quarantined"), "", 0)
                    .number(text(context, "Column_Conflicts"), "", 0);
            files.forEach(file -> table.row(file.file(), file.format(), file.rows(), file.stored(), file.unchanged(), file.quarantined(),
                    file.conflicts()));
            table.print(context.out());
        }
        context.out()
                .println(context.messages().text("Import_Summary", files.size(), sum(files, FileReport::rows),
                        sum(files, FileReport::stored),
                        sum(files, FileReport::unchanged), sum(files, FileReport::quarantined), sum(files, FileReport::conflicts)));
        for (FileReport file : files) {
            file.refused().ifPresent(reason -> context.err().println(context.messages().text("Import_FileRefused", file.file(), reason)));
        }
        files.stream().filter(file -> !file.warnings().isEmpty()).limit(LISTED)
                .forEach(file -> file.warnings()
                        .forEach(warning -> context.err().println(context.messages().text("Import_FileWarning", file.file(), warning))));
        report.quarantine().ifPresent(path -> context.out().println(context.messages().text("Import_Quarantine", path)));
        if (dryRun) {
            context.out().println(text(context, "Import_DryRun"));
        }
    }

    private static String text(CommandContext context, String key) {
        return context.messages().text(key);
    }

    private static long sum(List<FileReport> files, java.util.function.ToLongFunction<FileReport> figure) {
        return files.stream().mapToLong(figure).sum();
    }

    /** Shows bytes read, then that the store is at work. */
    private static final class Progress implements ImportMonitor {

        private final CommandMonitor monitor;
        private final CommandContext context;
        private boolean begun;

        Progress(CommandContext context) {
            this.context = context;
            this.monitor = context.monitor();
        }

        @Override
        public void progress(long bytes, long total) {
            if (!begun) {
                begun = true;
                monitor.task(text(context, "Import_Reading"), total, text(context, "Import_Bytes"));
            }
            monitor.progress(bytes);
        }

        @Override
        public void storing() {
            monitor.task(text(context, "Import_Storing"), 0, "");
        }

        @Override
        public boolean cancelled() {
            return monitor.cancelled();
        }
    }
}
