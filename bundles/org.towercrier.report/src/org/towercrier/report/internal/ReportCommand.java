package org.towercrier.report.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.report.Report;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportKind;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Reports;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report KIND [SUBJECT…] --out FILE}: writes a report; without a kind, the kinds there are. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "report")
public final class ReportCommand implements HeadlessCommand {

    static final String TEXTS = "OSGI-INF/l10n/report";

    @Parameters(index = "0", paramLabel = "KIND", arity = "0..1")
    private String kind;

    @Parameters(index = "1..*", paramLabel = "SUBJECT", arity = "0..*")
    private List<String> subjects = List.of();

    @Option(names = "--out", paramLabel = "FILE")
    private Path out;

    @Option(names = "--since", paramLabel = "T")
    private String since;

    @Option(names = "--until", paramLabel = "T")
    private String until;

    @Override
    public int run(CommandContext context) throws StoreException, IOException {
        context.service(Store.class);
        Reports reports = context.service(Reports.class);
        if (kind == null) {
            list(reports.kinds(), context);
            return ExitCode.DONE;
        }
        if (out == null) {
            throw new UsageException(context.messages().text("Report_NoFile", kind));
        }
        ReportRequest request = ReportRequest.of(context.locale(), context.zone(), Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .between(time("--since", since, context), time("--until", until, context)).about(subjects);
        try {
            Report report = reports.compose(kind, request);
            Path file = out.toAbsolutePath().normalize();
            reports.write(report, request, file);
            report.notices().forEach(context.out()::println);
            context.out().println(context.messages().text("Report_Written", file));
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("kind", kind);
            document.put("file", file);
            document.putAll(new java.util.TreeMap<>(report.figures()));
            context.json(document);
        } catch (ReportException unfit) {
            throw new UsageException(unfit.getMessage());
        }
        return ExitCode.DONE;
    }

    private static void list(List<ReportKind> kinds, CommandContext context) {
        Table table = Table.in(context).text(context.messages().text("Report_Kind")).text(context.messages().text("Report_Label"));
        kinds.forEach(each -> table.row(each.id(), each.label(context.locale())));
        table.print(context.out());
        context.json(Map.of("kinds", kinds.stream().map(each -> Map.of("id", each.id(), "label", each.label(context.locale())))
                .toList()));
    }

    private static Optional<Instant> time(String option, String text, CommandContext context) {
        return text == null ? Optional.empty() : Optional.of(Moments.parse(text, context.zone()).orElseThrow(
                () -> new UsageException(context.messages().text("Report_NoTime", option, text))));
    }

    @Override
    public String messages() {
        return TEXTS;
    }
}
