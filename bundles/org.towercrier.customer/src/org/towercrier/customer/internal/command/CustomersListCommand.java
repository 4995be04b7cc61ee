package org.towercrier.customer.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.CustomerTable.Column;
import org.towercrier.customer.CustomerTable.Filter;
import org.towercrier.customer.CustomerTable.Query;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code customers list [FILE] [--where RULE] [--sort COLUMN]}: rows of customers, personal data masked unless a reason to see them is given. */
@Command(name = "list")
public final class CustomersListCommand implements HeadlessCommand {

    private static final int MOST = 10_000;

    @Mixin
    CustomerSource source = new CustomerSource();
    @Option(names = "--cells", paramLabel = "ID,…", split = ",")
    List<String> cells = List.of();
    @Option(names = "--segment", paramLabel = "SEGMENTATION=SEGMENT")
    String segment;
    @Option(names = "--columns", paramLabel = "COL,…", split = ",")
    List<String> columns = List.of();
    @Option(names = "--sort", paramLabel = "COL")
    String sort;
    @Option(names = "--descending")
    boolean descending;
    @Option(names = "--most", paramLabel = "N")
    int most = 20;
    @Option(names = "--offset", paramLabel = "N")
    long offset;
    @Option(names = "--reveal", paramLabel = "REASON")
    String reveal;

    @Override
    public int run(CommandContext context) throws Exception {
        if (most < 1 || most > MOST || offset < 0) {
            throw new UsageException(context.messages().text("Customers_Most", MOST));
        }
        return source.on(context, workspace -> list(workspace.service(CustomerTable.class), context));
    }

    private int list(CustomerTable table, CommandContext context) throws Exception {
        List<Column> known = table.columns();
        List<String> wanted = columns.isEmpty() ? known.stream().filter(Column::usual).map(Column::name).toList() : columns;
        Query query = new Query(filter(), wanted, Optional.ofNullable(sort), descending,
                reveal == null ? Optional.empty() : Optional.of(table.reveal(reveal)));
        CustomerTable.Page page = table.page(query, offset, most, CustomerCommands.cancellation(context.monitor()));
        List<Column> shown = wanted.stream().map(name -> known.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow())
                .toList();
        Table out = Table.in(context);
        shown.forEach(column -> {
            String label = table.label(column, context.locale());
            if (column.kind() == Kind.NUMBER) {
                out.number(label, "", column.window().isPresent() ? 2 : 0);
            } else {
                out.text(label);
            }
        });
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CustomerTable.Row row : page.rows()) {
            out.row(row.values().toArray());
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("customer", row.customer());
            for (int i = 0; i < wanted.size(); i++) {
                map.put(wanted.get(i), row.values().get(i));
            }
            rows.add(map);
        }
        out.print(context.out());
        context.out().println(context.messages().text("Customers_Shown", page.rows().size(), page.total()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("total", page.total());
        document.put("offset", page.offset());
        document.put("masked", reveal == null);
        document.put("columns", shown.stream().map(column -> Map.of("name", column.name(), "label", table.label(column, context.locale()),
                "personal", column.personal())).toList());
        document.put("customers", rows);
        context.json(document);
        return ExitCode.DONE;
    }

    private Filter filter() throws CustomerException {
        return filter(source, cells, segment);
    }

    /** The filter of some options. */
    static Filter filter(CustomerSource source, List<String> cells, String segment) throws CustomerException {
        Filter filter = Filter.ALL.in(cells);
        if (source.where != null) {
            filter = filter.where(source.criterion().orElseThrow());
        }
        if (segment != null) {
            int at = segment.indexOf('=');
            if (at < 1) {
                throw new CustomerException(org.towercrier.customer.internal.CustomerMessages.text("Command_Segment", segment));
            }
            filter = filter.of(segment.substring(0, at), segment.substring(at + 1));
        }
        return filter;
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
