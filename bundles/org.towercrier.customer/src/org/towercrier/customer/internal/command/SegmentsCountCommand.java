package org.towercrier.customer.internal.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.model.customer.Criterion;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segments count --where RULE [FILE]}: how many customers a rule is true for, and some of them. */
@Command(name = "count")
public final class SegmentsCountCommand implements HeadlessCommand {

    @Parameters(arity = "0..1", paramLabel = "FILE")
    Path file;
    @Option(names = "--where", paramLabel = "RULE")
    String where;
    @Option(names = "--preview", paramLabel = "N")
    int preview;
    @Option(names = "--attributes")
    boolean attributes;
    @Option(names = "--profile", paramLabel = "PROFILE")
    Path profile;

    @Override
    public int run(CommandContext context) throws Exception {
        return CustomerCommands.on(file, profile, context, workspace -> count(workspace, context));
    }

    private int count(CommandContext workspace, CommandContext context) throws StoreException {
        Segments segments = workspace.service(Segments.class);
        if (attributes || where == null) {
            // what imported tables had beyond the model is known once the rows are made
            workspace.service(CustomerBase.class).others();
            Table table = Table.in(context).text(context.messages().text("Count_Attribute")).text(context.messages().text("Count_Kind"))
                    .text(context.messages().text("Count_Operators"));
            segments.attributes()
                    .forEach(each -> table.row(each.name(), each.kind(), each.operators().stream().map(Enum::name).toList().toString()));
            table.print(context.out());
            context.json(Map.of("attributes", segments.attributes()));
            return ExitCode.DONE;
        }
        try {
            Criterion criterion = CriterionParser.parse(where);
            Cancellation cancel = CustomerCommands.cancellation(context.monitor());
            Segments.Count count = segments.count(criterion, cancel);
            List<Map<String, Object>> some = preview > 0 ? segments.preview(criterion, preview, cancel) : List.of();
            context.out().println(context.messages().text("Count_Result", segments.describe(criterion), count.matching(), count.customers(),
                    100 * count.share()));
            some.forEach(row -> context.out().println(row.toString()));
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("rule", segments.describe(criterion));
            document.put("customers", count.customers());
            document.put("matching", count.matching());
            document.put("share", count.share());
            document.put("preview", some);
            context.json(document);
        } catch (CustomerException wrong) {
            throw new UsageException(wrong.getMessage(), wrong);
        }
        return ExitCode.DONE;
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
