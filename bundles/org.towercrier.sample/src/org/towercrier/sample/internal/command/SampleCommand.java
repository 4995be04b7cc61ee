package org.towercrier.sample.internal.command;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.UsageException;
import org.towercrier.sample.SampleReport;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.SampleService;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sample}: fills a workspace with a synthetic city. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "sample", showDefaultValues = true)
public final class SampleCommand implements HeadlessCommand {

    private static final long SHARES = 1_000;

    @Option(names = "--cells", paramLabel = "N")
    private int cells = 1_000;

    @Option(names = "--days", paramLabel = "D")
    private int days = 30;

    @Option(names = "--customers", paramLabel = "M")
    private int customers = 20_000;

    @Option(names = "--seed", paramLabel = "S")
    private long seed = 1;

    @Option(names = "--months", paramLabel = "N")
    private int months = SampleRequest.DEFAULT_MONTHS;

    @Option(names = "--end", paramLabel = "DATE")
    private LocalDate end = SampleRequest.DEFAULT_END;

    @Option(names = "--replace")
    private boolean replace;

    @Override
    public int run(CommandContext context) throws StoreException {
        SampleRequest request = request();
        SampleService service = context.service(SampleService.class);
        askBeforeReplacing(service, context);
        CommandMonitor monitor = context.monitor();
        monitor.task(context.messages().text("Sample_Task"), SHARES, "‰");
        SampleReport report = service.replaceAll(request, cancellation(monitor));
        context.out().println(context.messages().text("Sample_Done", report.city(), report.regions(), report.sites(),
                report.cells(), report.measurements(), report.accessPoints(), report.customers(), report.facts(),
                report.seconds()));
        context.json(report);
        return ExitCode.DONE;
    }

    private SampleRequest request() {
        try {
            return new SampleRequest(cells, days, customers, seed, end, months);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong.getMessage(), wrong);
        }
    }

    /** Real and synthetic data are never mixed, and nothing is thrown away unasked. */
    private void askBeforeReplacing(SampleService service, CommandContext context) throws StoreException {
        if (replace || !service.hasData()) {
            return;
        }
        String state = service.onlySynthetic() ? "Sample_AskSynthetic" : "Sample_AskReal";
        if (!context.confirm(context.messages().text(state, context.workspace()))) {
            throw new RefusedException(context.messages().text("Sample_NotEmpty", context.workspace()));
        }
    }

    private static Cancellation cancellation(CommandMonitor monitor) {
        return new Cancellation() {
            @Override
            public boolean cancelled() {
                return monitor.cancelled();
            }

            @Override
            public Registration onCancel(Runnable stop) {
                return monitor.onCancel(stop)::close;
            }

            @Override
            public void progress(double fraction) {
                monitor.progress(Math.round(fraction * SHARES));
            }
        };
    }

    @Override
    public String messages() {
        return "OSGI-INF/l10n/sample";
    }
}
