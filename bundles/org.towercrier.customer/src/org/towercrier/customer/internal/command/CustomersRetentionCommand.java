package org.towercrier.customer.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.Retention;
import org.towercrier.store.Cancellation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code customers retention [--inactive]}: whom to keep, why and how, the most valuable first. */
@Command(name = "retention")
public final class CustomersRetentionCommand implements HeadlessCommand {

    @Mixin
    CustomerSource source = new CustomerSource();
    @Option(names = "--inactive")
    boolean inactive;
    @Option(names = "--most", paramLabel = "N")
    int most = 20;

    @Override
    public int run(CommandContext context) throws Exception {
        if (source.where != null) {
            throw new UsageException(context.messages().text("Customers_NoWhere"));
        }
        return source.on(context, workspace -> {
            Retention retention = workspace.service(Retention.class);
            Cancellation cancel = CustomerCommands.cancellation(context.monitor());
            int number = Math.max(1, most);
            List<Retention.AtRisk> list = inactive ? retention.inactive(number, cancel) : retention.list(number, cancel);
            Messages texts = context.messages();
            Table table = Table.in(context).text(texts.text("Customer_Person")).number(texts.text("Segments_Spend"), "", 2)
                    .text(texts.text("Retention_Why")).text(texts.text("Retention_Who")).text(texts.text("Retention_Action"));
            list.forEach(each -> table.row(each.customer(), each.spend(), each.reason(),
                    texts.text(each.newCustomer() ? "Retention_New" : "Retention_Old") + ", "
                            + texts.text(each.competitive() ? "Retention_Competitive" : "Retention_Alone"),
                    each.action()));
            table.print(context.out());
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("inactiveOnly", inactive);
            document.put("customers", list);
            context.json(document);
            return ExitCode.DONE;
        });
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
