package org.towercrier.report.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.UsageException;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report alarms --out FILE}: the active alarms as a self-contained HTML page. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "report")
public final class ReportCommand implements HeadlessCommand {

    private static final String ALARMS = "alarms";

    @Parameters(paramLabel = "KIND")
    private String kind;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out;

    @Override
    public int run(CommandContext context) throws StoreException, IOException {
        if (!ALARMS.equals(kind)) {
            throw new UsageException(context.messages().text("Report_UnknownKind", kind, ALARMS));
        }
        List<Alarm> alarms = context.service(AlarmService.class).summaries(AlarmFilter.ACTIVE);
        Path file = out.toAbsolutePath().normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, new AlarmReport(context.messages(), context.zone()).html(alarms,
                context.locale().toLanguageTag()));
        context.out().println(context.messages().text("Report_Written", file));
        context.json(Map.of("file", file, "alarms", alarms.size()));
        return ExitCode.DONE;
    }

    @Override
    public String messages() {
        return "OSGI-INF/l10n/report";
    }
}
