package org.towercrier.customer.internal.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.Movements;
import org.towercrier.customer.Movements.WatchList;
import org.towercrier.store.Cancellation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code customers watch [--list likely-to-rise|unstable|inactive]}: customers to keep an eye on. */
@Command(name = "watch")
public final class CustomersWatchCommand implements HeadlessCommand {

    @Mixin
    CustomerSource source = new CustomerSource();
    @Option(names = "--list", paramLabel = "likely-to-rise|unstable|inactive")
    String list;
    @Option(names = "--most", paramLabel = "N")
    int most = 20;

    @Override
    public int run(CommandContext context) throws Exception {
        List<WatchList> wanted = list == null ? List.of(WatchList.values())
                : Arrays.stream(WatchList.values()).filter(each -> name(each).equals(list)).toList();
        if (wanted.isEmpty() || source.where != null) {
            throw new UsageException(context.messages().text("Watch_Options", list == null ? "" : list));
        }
        return source.on(context, workspace -> {
            Movements movements = workspace.service(Movements.class);
            Cancellation cancel = CustomerCommands.cancellation(context.monitor());
            Messages texts = context.messages();
            Map<String, Object> document = new LinkedHashMap<>();
            for (WatchList each : wanted) {
                List<Movements.Watched> watched = movements.watch(each, Math.max(1, most), cancel);
                document.put(name(each), watched);
                context.out().println(texts.text("Watch_" + each));
                Table table = Table.in(context).text(texts.text("Customer_Person")).number(texts.text("Watch_Spend"), "", 2)
                        .number(texts.text("Watch_Usual"), "", 2).text(texts.text("Retention_Why"));
                watched.forEach(one -> table.row(one.customer(), one.spend(), one.usual(), one.reason()));
                table.print(context.out());
                context.out().println();
            }
            context.json(document);
            return ExitCode.DONE;
        });
    }

    private static String name(WatchList list) {
        return list.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
