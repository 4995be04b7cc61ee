package org.towercrier.statistics.command.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.statistics.value.Concentration;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pareto}: what the largest holders really hold, from any table. Rows without a value are holders of nothing, unless they are left out. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "pareto")
public final class ParetoCommand implements HeadlessCommand {

    private static final int MOST_GROUPS = 1000;
    private static final double[] SHOWN = { 0.01, 0.05, 0.10, 0.20, 0.30, 0.50 };

    @Mixin
    TableOptions table = new TableOptions();

    @Option(names = "--value", paramLabel = "COL", required = true)
    String value = "";

    @Option(names = "--by", paramLabel = "COL")
    Optional<String> by = Optional.empty();

    @Option(names = "--top", paramLabel = "PERCENT", defaultValue = "20")
    double top = 20;

    @Option(names = "--points", paramLabel = "N", defaultValue = "100")
    int points = 100;

    @Option(names = "--leave-out-blanks")
    boolean leaveOutBlanks;

    /** One group of holders. */
    private record Group(String name, Concentration known, Concentration all) {
    }

    @Override
    public int run(CommandContext context) {
        if (!(top > 0 && top <= 100) || points < 1 || points > 100_000) {
            throw new UsageException(context.messages().text("Pareto_Options"));
        }
        Input input = Input.open(table, context);
        String column = input.column(value);
        Optional<String> groupColumn = by.map(input::column);
        input.read();
        double[] values = input.numbers(column);
        LeftOut leftOut = input.leftOut();
        boolean[] used = Rows.all(input.rows());
        List<String> groups = groupColumn.map(name -> Groups.of(input.get(name))).orElse(List.of());
        if (groups.size() > MOST_GROUPS) {
            throw new UsageException(context.messages().text("Survival_Groups", groupColumn.orElse(""), groups.size(), MOST_GROUPS));
        }
        Group whole = group("", values, Rows.of(used));
        if (whole.known().holders() == 0) {
            throw new RefusedException(context.messages().text("Table_NothingLeft", input.path()));
        }
        List<Group> parts = new ArrayList<>();
        if (groupColumn.isPresent()) {
            int[] codes = input.get(groupColumn.get()).codes(groups);
            leftOut.blanks(input, groupColumn.get(), codes, used);
            for (int i = 0; i < groups.size(); i++) {
                int number = i;
                parts.add(group(groups.get(i), values, IntStream.range(0, codes.length).filter(row -> codes[row] == number).toArray()));
            }
        }
        leftOut.tell(context);
        print(input, column, whole, parts, context);
        context.json(document(input, column, whole, parts, leftOut));
        return ExitCode.DONE;
    }

    private Group group(String name, double[] values, int[] rows) {
        double[] own = Rows.at(values, rows);
        Concentration known = Concentration.of(own);
        return new Group(name, known, leaveOutBlanks ? known : Concentration.ofAllHolders(own));
    }

    private Map<String, Object> document(Input input, String column, Group whole, List<Group> parts, LeftOut leftOut) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", input.path());
        document.put("value", column);
        document.putAll(figures(whole));
        document.put("blank", input.rows() - whole.known().holders());
        document.put("blanksAre", leaveOutBlanks ? "left-out" : "holders-of-nothing");
        document.put("negative", whole.known().negative());
        document.put("leftOut", leftOut.reasons());
        document.put("holdersOf80Percent", whole.all().holdersOf(0.8));
        document.put("withoutBlanks",
                Map.of("n", whole.known().holders(), "gini", whole.known().gini(), "topShare", whole.known().top(top / 100)));
        document.put("lorenz", whole.all().curve(points));
        document.put("by", by);
        document.put("groups", parts.stream().map(part -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("group", part.name());
            map.putAll(figures(part));
            map.put("shareOfHolders", part.all().holders() / (double) whole.all().holders());
            map.put("shareOfValue", part.all().total() / whole.all().total());
            return map;
        }).toList());
        return document;
    }

    private Map<String, Object> figures(Group group) {
        Map<String, Object> map = new LinkedHashMap<>();
        Concentration all = group.all();
        map.put("n", all.holders());
        map.put("total", all.total());
        map.put("mean", all.holders() == 0 ? Double.NaN : all.total() / all.holders());
        map.put("gini", all.gini());
        Map<String, Object> share = new LinkedHashMap<>();
        share.put("percent", top);
        share.put("share", all.top(top / 100));
        map.put("top", share);
        return map;
    }

    private void print(Input input, String column, Group whole, List<Group> parts, CommandContext context) {
        Messages texts = context.messages();
        Concentration all = whole.all();
        int blank = input.rows() - whole.known().holders();
        context.out().println(texts.text("Pareto_Summary", input.path(), column, all.holders(), Figures.number(all.total(), 2, context)));
        if (blank > 0) {
            context.out().println(texts.text(leaveOutBlanks ? "Pareto_BlankOut" : "Pareto_Blank", blank,
                    Figures.percent(whole.known().top(top / 100), 2, context), Figures.plain(top)));
        }
        if (whole.known().negative() > 0) {
            context.out().println(texts.text("Pareto_Negative", whole.known().negative()));
        }
        context.out().println(texts.text("Pareto_Top", Figures.plain(top), Figures.percent(all.top(top / 100), 2, context),
                Figures.percent(all.holdersOf(0.8), 2, context), Figures.number(all.gini(), 4, context)));
        context.out().println();
        Table shares = Table.in(context).text(texts.text("Pareto_Holders")).text(texts.text("Pareto_Share"));
        for (double share : SHOWN) {
            shares.row(Figures.percent(share, 0, context), Figures.percent(all.top(share), 2, context));
        }
        shares.print(context.out());
        if (!parts.isEmpty()) {
            context.out().println();
            Table table = Table.in(context).text(by.orElse("")).number(texts.text("Pareto_Count"), "", 0)
                    .number(texts.text("Pareto_Total"), "", 2)
                    .text(texts.text("Pareto_OfValue")).number(texts.text("Pareto_Gini"), "", 4)
                    .text(texts.text("Pareto_TopShare", Figures.plain(top)));
            parts.forEach(part -> table.row(part.name(), part.all().holders(), part.all().total(),
                    Figures.percent(part.all().total() / all.total(), 2, context), part.all().gini(),
                    Figures.percent(part.all().top(top / 100), 2, context)));
            table.print(context.out());
        }
    }

    @Override
    public String messages() {
        return "OSGI-INF/l10n/statistics";
    }
}
