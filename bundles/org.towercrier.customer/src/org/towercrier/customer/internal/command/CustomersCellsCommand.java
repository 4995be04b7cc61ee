package org.towercrier.customer.internal.command;

import java.util.List;
import java.util.Map;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Table;
import org.towercrier.customer.CustomerTable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code customers cells [--where RULE] [--segment S]}: in which cells some customers live and work. */
@Command(name = "cells")
public final class CustomersCellsCommand implements HeadlessCommand {

    @Mixin
    CustomerSource source = new CustomerSource();
    @Option(names = "--segment", paramLabel = "SEGMENTATION=SEGMENT")
    String segment;
    @Option(names = "--most", paramLabel = "N")
    int most = 50;

    @Override
    public int run(CommandContext context) throws Exception {
        return source.on(context, workspace -> {
            List<CustomerTable.CellShare> cells = workspace.service(CustomerTable.class).cells(
                    CustomersListCommand.filter(source, List.of(), segment), Math.max(1, most),
                    CustomerCommands.cancellation(context.monitor()));
            Table table = Table.in(context).text(context.messages().text("Customers_Cell"))
                    .number(context.messages().text("Customers_Living"), "", 0).number(context.messages().text("Customers_Working"), "", 0);
            cells.forEach(cell -> table.row(cell.cell(), cell.home(), cell.work()));
            table.print(context.out());
            context.json(Map.of("cells", cells));
            return ExitCode.DONE;
        });
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
