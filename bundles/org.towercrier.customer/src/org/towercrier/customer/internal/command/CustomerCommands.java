package org.towercrier.customer.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.stream.Stream;

import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.RefusedException;
import org.towercrier.command.UsageException;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportService;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.Cancellation;

/** What the commands about customers share. */
final class CustomerCommands {

    static final String MESSAGES = "OSGI-INF/l10n/customer-commands";

    private CustomerCommands() {
    }

    /** Work on a workspace. */
    @FunctionalInterface
    interface Work {
        int run(CommandContext context) throws Exception;
    }

    /** Stops statements when the user stops the command. */
    static Cancellation cancellation(CommandMonitor monitor) {
        CancelSwitch cancel = new CancelSwitch();
        monitor.onCancel(cancel::cancel);
        return cancel;
    }

    /** A day that a user wrote. */
    static LocalDate date(String option, String text) {
        try {
            return text.matches("\\d{4}-\\d{2}") ? LocalDate.parse(text + "-01").plusMonths(1).minusDays(1) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException(CustomerMessages.text("Command_Date", option, text), e);
        }
    }

    /** Runs on the workspace, or on a table of the user's that is imported into a workspace of its own for as long as this takes. */
    static int on(Path file, Path profile, CommandContext context, Work work) throws Exception {
        if (file == null) {
            return work.run(context);
        }
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(CustomerMessages.text("Command_NoFile", file));
        }
        Path folder = Files.createTempDirectory("towercrier-customers");
        try {
            CommandContext scratch = context.withWorkspace(folder.resolve("workspace"));
            ImportRequest request = ImportRequest.of(file);
            ImportReport report = scratch.service(ImportService.class).run(profile == null ? request : request.withProfile(profile),
                    ImportMonitor.NONE);
            for (FileReport each : report.files()) {
                if (each.refused().isPresent()) {
                    throw new RefusedException(each.file() + ": " + each.refused().get());
                }
                each.warnings().forEach(context.err()::println);
            }
            return work.run(scratch);
        } catch (ImportException refused) {
            throw new RefusedException(refused.getMessage(), refused);
        } finally {
            context.closeWorkspace();
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
