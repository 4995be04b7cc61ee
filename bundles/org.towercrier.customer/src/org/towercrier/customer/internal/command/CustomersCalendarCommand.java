package org.towercrier.customer.internal.command;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.Retention;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code customers calendar [--months N]}: how many contracts end in which month, and what they are worth. */
@Command(name = "calendar")
public final class CustomersCalendarCommand implements HeadlessCommand {

    private static final int MOST = 600;

    @Mixin
    CustomerSource source = new CustomerSource();
    @Option(names = "--months", paramLabel = "N")
    int months = 12;

    @Override
    public int run(CommandContext context) throws Exception {
        if (months < 1 || months > MOST || source.where != null) {
            throw new UsageException(context.messages().text("Calendar_Options", MOST));
        }
        return source.on(context, workspace -> {
            Map<LocalDate, Retention.Ending> calendar = workspace.service(Retention.class).calendar(months,
                    CustomerCommands.cancellation(context.monitor()));
            Table table = Table.in(context).text(context.messages().text("Calendar_Month"))
                    .number(context.messages().text("Calendar_Contracts"), "", 0).number(context.messages().text("Segments_Spend"), "", 2);
            calendar.forEach((month, ending) -> table.row(month.toString().substring(0, 7), ending.contracts(), ending.monthlySpend()));
            table.print(context.out());
            context.json(Map.of("months", calendar.entrySet().stream().map(entry -> {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("month", entry.getKey().toString().substring(0, 7));
                map.put("contracts", entry.getValue().contracts());
                map.put("monthlySpend", entry.getValue().monthlySpend());
                return map;
            }).toList()));
            return ExitCode.DONE;
        });
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
