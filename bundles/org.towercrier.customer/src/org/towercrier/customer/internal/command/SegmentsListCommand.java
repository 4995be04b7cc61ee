package org.towercrier.customer.internal.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerValue;
import org.towercrier.customer.Segments;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segments list [FILE]}: sizes and values of all segments, with the pyramid. */
@Command(name = "list")
public final class SegmentsListCommand implements HeadlessCommand {

    @Parameters(arity = "0..1", paramLabel = "FILE")
    Path file;
    @Option(names = "--profile", paramLabel = "PROFILE")
    Path profile;
    @Option(names = "--segmentation", paramLabel = "NAME")
    String segmentation;
    @Option(names = "--assign")
    boolean assign;

    @Override
    public int run(CommandContext context) throws Exception {
        return CustomerCommands.on(file, profile, context, where -> list(where, context));
    }

    private int list(CommandContext where, CommandContext context) throws StoreException {
        Segments segments = where.service(Segments.class);
        Cancellation cancel = CustomerCommands.cancellation(context.monitor());
        List<Segmentation> all = segmentation == null ? segments.list()
                : List.of(segments.find(segmentation)
                        .orElseThrow(() -> new UsageException(context.messages().text("Segments_Unknown", segmentation))));
        List<Map<String, Object>> documents = new ArrayList<>();
        try {
            for (Segmentation each : all) {
                Segments.Sizes sizes = segments.sizes(each, cancel);
                if (assign) {
                    segments.assign(each, segments.latest(), cancel);
                }
                print(each, sizes, segments, context);
                documents.add(document(each, sizes, segments));
            }
            CustomerValue values = where.service(CustomerValue.class);
            CustomerValue.Report value = values.report(CustomerValue.Level.PERSON, values.model(), cancel);
            print(value, context);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("segmentations", documents);
            document.put("value", value);
            context.json(document);
        } catch (CustomerException wrong) {
            throw new RefusedException(wrong.getMessage(), wrong);
        }
        return ExitCode.DONE;
    }

    /** Sizes and rules of a segmentation. */
    static void print(Segmentation segmentation, Segments.Sizes sizes, Segments segments, CommandContext context) {
        context.out()
                .println(context.messages().text("Segments_Title", segmentation.getName(), sizes.customers(), sizes.asOf().toString()));
        Table table = Table.in(context).text(context.messages().text("Segments_Name"))
                .number(context.messages().text("Segments_Customers"), "", 0)
                .number(context.messages().text("Segments_Share"), "%", 1).number(context.messages().text("Segments_Spend"), "", 2)
                .number(context.messages().text("Segments_Mean"), "", 2).text(context.messages().text("Segments_Rule"));
        for (Segments.Size size : sizes.segments()) {
            table.row(size.name(), size.customers(), sizes.customers() == 0 ? 0 : 100.0 * size.customers() / sizes.customers(),
                    size.monthlySpend(),
                    size.meanSpend(), rule(segmentation.getSegments(), size.name(), segments));
        }
        table.print(context.out());
        context.out().println();
    }

    private static String rule(List<Segment> among, String path, Segments segments) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        return among.stream().filter(segment -> segment.getName().equals(first)).findFirst()
                .map(segment -> slash < 0 ? segments.describe(segment.getCriterion())
                        : rule(segment.getChildren(), path.substring(slash + 1), segments))
                .orElse("");
    }

    /** The pyramid of value. */
    static void print(CustomerValue.Report value, CommandContext context) {
        if (value.holders() == 0) {
            context.out().println(context.messages().text("Value_None"));
            return;
        }
        context.out().println(context.messages().text("Value_Title", value.months(), value.holders(), value.blank(), 100 * value.topFifth(),
                value.gini()));
        Table table = Table.in(context).text(context.messages().text("Value_Tier"))
                .number(context.messages().text("Segments_Customers"), "", 0)
                .number(context.messages().text("Value_From"), "", 2).number(context.messages().text("Segments_Share"), "%", 1)
                .number(context.messages().text("Value_SpendShare"), "%", 1);
        value.tiers().forEach(
                tier -> table.row(tier.tier().getLiteral(), tier.holders(), tier.from(), 100 * tier.share(), 100 * tier.spendShare()));
        table.print(context.out());
        value.lifetime().ifPresent(lifetime -> context.out().println(lifetime.formula()));
    }

    /** The same as a document. */
    static Map<String, Object> document(Segmentation segmentation, Segments.Sizes sizes, Segments segments) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("segmentation", segmentation.getName());
        document.put("asOf", sizes.asOf());
        document.put("customers", sizes.customers());
        document.put("segments", sizes.segments().stream().map(size -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", size.name());
            map.put("customers", size.customers());
            map.put("share", sizes.customers() == 0 ? 0 : size.customers() / (double) sizes.customers());
            map.put("monthlySpend", size.monthlySpend());
            map.put("meanSpend", size.meanSpend());
            map.put("rule", rule(segmentation.getSegments(), size.name(), segments));
            return map;
        }).toList());
        return document;
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
