package org.towercrier.customer.internal.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.Satisfaction;
import org.towercrier.customer.Satisfaction.Method;
import org.towercrier.statistics.value.ImportancePerformance.CrossHair;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code customers satisfaction [FILE] [--survey NAME]}: the surveys of the workspace, and the importance-performance chart of one. */
@Command(name = "satisfaction")
public final class CustomersSatisfactionCommand implements HeadlessCommand {

    @Mixin
    CustomerSource source = new CustomerSource();
    @Option(names = "--survey", paramLabel = "NAME")
    String survey;
    @Option(names = "--overall", paramLabel = "QUESTION")
    String overall;
    @Option(names = "--questions", paramLabel = "QUESTION,…", split = ",")
    List<String> questions = List.of();
    @Option(names = "--importance", paramLabel = "QUESTION,…", split = ",")
    List<String> importance = List.of();
    @Option(names = "--pair", paramLabel = "QUESTION=QUESTION")
    Map<String, String> pairs = Map.of();
    @Option(names = "--method", paramLabel = "correlation|rank|regression|stated")
    String method = "correlation";
    @Option(names = "--crosshair", paramLabel = "mean|median|middle")
    String crosshair = "mean";

    @Override
    public int run(CommandContext context) throws Exception {
        Method how = importance.isEmpty() ? choice(Method.class, method, "--method", context) : Method.STATED;
        CrossHair hair = crosshair.equals("middle") ? CrossHair.SCALE_MIDDLE : choice(CrossHair.class, crosshair, "--crosshair", context);
        return source.on(context, workspace -> {
            Satisfaction satisfaction = workspace.service(Satisfaction.class);
            List<String> surveys = satisfaction.surveys();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("surveys", surveys);
            if (survey == null && surveys.size() != 1) {
                context.out().println(context.messages().text(surveys.isEmpty() ? "Satisfaction_None" : "Satisfaction_Choose"));
                surveys.forEach(context.out()::println);
                document.put("chart", null);
            } else {
                String chosen = survey == null ? surveys.get(0) : survey;
                for (Map.Entry<String, String> pair : pairs.entrySet()) {
                    satisfaction.pair(chosen, pair.getKey(), Optional.of(pair.getValue()).filter(name -> !name.isBlank()));
                }
                Satisfaction.Chart chart = satisfaction.chart(new Satisfaction.Request(chosen,
                        Optional.ofNullable(overall), questions, importance, how, hair, source.criterion()),
                        CustomerCommands.cancellation(context.monitor()));
                print(chart, context);
                document.put("chart", chart);
            }
            context.json(document);
            return ExitCode.DONE;
        });
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text, String option, CommandContext context) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equalsIgnoreCase(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(context.messages().text("Satisfaction_Option", option, text)));
    }

    private static void print(Satisfaction.Chart chart, CommandContext context) {
        Messages texts = context.messages();
        context.out().println(texts.text("Satisfaction_Title", chart.survey(), chart.customers(), chart.overall().orElse("–")));
        Table table = Table.in(context).text(texts.text("Satisfaction_Question")).number(texts.text("Satisfaction_Importance"), "", 3)
                .number(texts.text("Satisfaction_Performance"), "", 2).text(texts.text("Satisfaction_Quadrant"));
        chart.items().forEach(item -> table.row(item.label(), item.importance(), item.performance(), item.action()));
        table.print(context.out());
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
