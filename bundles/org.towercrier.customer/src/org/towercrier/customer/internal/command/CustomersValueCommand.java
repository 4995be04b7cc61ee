package org.towercrier.customer.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.CustomerValue;
import org.towercrier.customer.CustomerValue.Level;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CutMode;
import org.towercrier.model.customer.ValueCut;
import org.towercrier.model.customer.ValueModel;
import org.towercrier.model.customer.ValueTier;
import org.towercrier.store.Cancellation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code customers value [FILE] [--by person|household|group]}: pyramid, Lorenz curve, lifetime value, and the most valuable holders. */
@Command(name = "value")
public final class CustomersValueCommand implements HeadlessCommand {

    @Mixin
    CustomerSource source = new CustomerSource();
    @Option(names = "--by", paramLabel = "person|household|group")
    String by = "person";
    @Option(names = "--months", paramLabel = "N")
    Integer months;
    @Option(names = "--shares", paramLabel = "TOP,BUSINESS", split = ",")
    List<Double> shares = List.of();
    @Option(names = "--amounts", paramLabel = "TOP,BUSINESS", split = ",")
    List<Double> amounts = List.of();
    @Option(names = "--discount", paramLabel = "RATE")
    Double discount;
    @Option(names = "--most", paramLabel = "N")
    int most = 10;
    @Option(names = "--save")
    boolean save;

    @Override
    public int run(CommandContext context) throws Exception {
        Level level = switch (by.toLowerCase(Locale.ROOT)) {
            case "person" -> Level.PERSON;
            case "household" -> Level.HOUSEHOLD;
            case "group" -> Level.GROUP;
            default -> throw new UsageException(context.messages().text("Value_By", by));
        };
        boolean both = !shares.isEmpty() && !amounts.isEmpty();
        if (both || shares.size() > 2 || amounts.size() > 2 || months != null && months < 1 || source.where != null) {
            throw new UsageException(context.messages().text("Value_Options"));
        }
        return source.on(context, workspace -> {
            CustomerValue values = workspace.service(CustomerValue.class);
            ValueModel model = model(values.model());
            Cancellation cancel = CustomerCommands.cancellation(context.monitor());
            CustomerValue.Report report = values.report(level, model, cancel);
            List<CustomerValue.Holder> holders = most > 0 ? values.holders(level, model, most, cancel) : List.of();
            if (save) {
                values.save(model);
            }
            print(report, holders, context);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("value", report);
            document.put("holders", holders);
            document.put("saved", save);
            context.json(document);
            return ExitCode.DONE;
        });
    }

    private ValueModel model(ValueModel known) {
        ValueModel model = EcoreUtil.copy(known);
        if (months != null) {
            model.setMonths(months);
        }
        if (discount != null) {
            model.setDiscountRate(discount);
        }
        List<Double> cuts = shares.isEmpty() ? amounts : shares;
        if (!cuts.isEmpty()) {
            model.setMode(shares.isEmpty() ? CutMode.AMOUNT : CutMode.SHARE);
            model.getCuts().clear();
            for (int i = 0; i < cuts.size(); i++) {
                ValueCut cut = CustomerFactory.eINSTANCE.createValueCut();
                cut.setTier(i == 0 ? ValueTier.TOP : ValueTier.BUSINESS);
                cut.setValue(cuts.get(i));
                model.getCuts().add(cut);
            }
        }
        return model;
    }

    private static void print(CustomerValue.Report report, List<CustomerValue.Holder> holders, CommandContext context) {
        SegmentsListCommand.print(report, context);
        if (holders.isEmpty()) {
            return;
        }
        Messages texts = context.messages();
        context.out().println();
        Table table = Table.in(context).text(texts.text("Value_Level_" + report.level())).number(texts.text("Value_Members"), "", 0)
                .number(texts.text("Segments_Spend"), "", 2).text(texts.text("Value_Tier"));
        holders.forEach(holder -> table.row(holder.id(), holder.members(), holder.spend(), holder.tier().getLiteral()));
        table.print(context.out());
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
