package org.towercrier.customer.internal.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Movements;
import org.towercrier.customer.Segments;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segments movement [FILE] --from T --to T}: the transition matrix between two dates. */
@Command(name = "movement")
public final class SegmentsMovementCommand implements HeadlessCommand {

    private static final int USUAL_MONTHS = 3;
    private static final int USUAL_MOST = 100;

    @Parameters(arity = "0..1", paramLabel = "FILE")
    Path file;
    @Option(names = "--segmentation", paramLabel = "NAME")
    String segmentation = Segments.FOUR;
    @Option(names = "--from", paramLabel = "T")
    String from;
    @Option(names = "--to", paramLabel = "T")
    String to;
    @Option(names = "--flow", arity = "2", paramLabel = "SEGMENT")
    List<String> flow = List.of();
    @Option(names = "--most", paramLabel = "N")
    int most = USUAL_MOST;
    @Option(names = "--profile", paramLabel = "PROFILE")
    Path profile;

    @Override
    public int run(CommandContext context) throws Exception {
        return CustomerCommands.on(file, profile, context, workspace -> move(workspace, context));
    }

    private int move(CommandContext workspace, CommandContext context) throws StoreException {
        Segments segments = workspace.service(Segments.class);
        Movements movements = workspace.service(Movements.class);
        Segmentation rules = segments.find(segmentation)
                .orElseThrow(() -> new UsageException(context.messages().text("Segments_Unknown", segmentation)));
        LocalDate end = to == null ? segments.latest() : CustomerCommands.date("--to", to);
        LocalDate start = from == null ? end.withDayOfMonth(1).minusMonths(USUAL_MONTHS - 1L).minusDays(1)
                : CustomerCommands.date("--from", from);
        if (flow.size() == 1 || flow.size() > 2) {
            throw new UsageException(context.messages().text("Movement_NoTarget"));
        }
        Cancellation cancel = CustomerCommands.cancellation(context.monitor());
        try {
            Movements.Report report = movements.between(rules, start, end, cancel);
            List<Movements.Wanted> wanted = movements.wanted(start, end, cancel);
            print(report, wanted, context);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("segmentation", report.segmentation());
            document.put("from", report.from());
            document.put("to", report.to());
            document.put("customers", report.customers());
            document.put("moved", report.moved());
            document.put("segments", report.segments());
            document.put("flows", report.flows());
            document.put("wanted", wanted);
            if (!flow.isEmpty()) {
                List<Movements.Moved> who = movements.moved(new Movements.Move(rules, start, end, flow.get(0), flow.get(1)),
                        Math.max(0, most), cancel);
                list(who, context);
                document.put("moves", who);
            }
            context.json(document);
        } catch (CustomerException wrong) {
            throw new UsageException(wrong.getMessage(), wrong);
        }
        return ExitCode.DONE;
    }

    private static void print(Movements.Report report, List<Movements.Wanted> wanted, CommandContext context) {
        context.out()
                .println(context.messages().text("Movement_Title", report.segmentation(), report.from().toString(), report.to().toString(),
                        report.moved(), report.customers()));
        Table table = Table.in(context).text(context.messages().text("Movement_From")).text(context.messages().text("Movement_To"))
                .number(context.messages().text("Segments_Customers"), "", 0).number(context.messages().text("Segments_Share"), "%", 1)
                .number(context.messages().text("Movement_Before"), "", 2).number(context.messages().text("Movement_After"), "", 2)
                .text(context.messages().text("Movement_Why"));
        report.flows()
                .forEach(flow -> table.row(flow.from(), flow.to(), flow.customers(), 100 * flow.share(), flow.spendBefore(),
                        flow.spendAfter(),
                        flow.reasons().entrySet().stream().limit(2).map(reason -> reason.getKey() + ": " + reason.getValue())
                                .collect(java.util.stream.Collectors.joining("; "))));
        table.print(context.out());
        wanted.forEach(move -> context.out()
                .println(context.messages().text("Movement_Wanted_" + move.name(), move.made(), move.back(), move.spendChange())));
    }

    private static void list(List<Movements.Moved> who, CommandContext context) {
        Table table = Table.in(context).text(context.messages().text("Movement_Customer"))
                .number(context.messages().text("Movement_Before"), "", 2).number(context.messages().text("Movement_After"), "", 2)
                .text(context.messages().text("Movement_Why"));
        who.forEach(one -> table.row(one.customer(), one.before(), one.after(), String.join("; ", one.reasons())));
        table.print(context.out());
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
