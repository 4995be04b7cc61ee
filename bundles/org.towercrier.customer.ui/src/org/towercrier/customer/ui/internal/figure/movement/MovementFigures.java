package org.towercrier.customer.ui.internal.figure.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.towercrier.customer.Movements.Flow;
import org.towercrier.customer.Movements.Report;
import org.towercrier.customer.Movements.Wanted;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.customer.ui.internal.figure.SegmentNames;
import org.towercrier.customer.ui.internal.figure.movement.MovementPart.Shown;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.FlowFigure;
import org.towercrier.ui.figure.HeatFigure;
import org.towercrier.ui.figure.NumbersPane.Number;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.table.TableColumn;

/** Figures of movement between segments, without a widget. */
final class MovementFigures {

    private static final int DIGITS = 2;

    private final FigureTexts texts;
    private final NumberFormats numbers;
    private final SegmentNames names;

    MovementFigures(FigureTexts texts, NumberFormats numbers, SegmentNames names) {
        this.texts = texts;
        this.numbers = numbers;
        this.names = names;
    }

    /** The columns of the table of flows. */
    static List<TableColumn<Flow>> columns(FigureTexts texts, UnaryOperator<String> name) {
        return List.of(TableColumn.<Flow>text("from", texts.get("Movement_FromSegment"), flow -> name.apply(flow.from())).wide(170),
                TableColumn.<Flow>text("to", texts.get("Movement_ToSegment"), flow -> name.apply(flow.to())).wide(170),
                TableColumn.integer("customers", texts.get("Movement_Customers"), "", Flow::customers),
                TableColumn.number("share", texts.get("Movement_Share"), "%", 1, flow -> flow.share() * 100),
                TableColumn.number("before", texts.get("Movement_Before"), "", DIGITS, Flow::spendBefore),
                TableColumn.number("after", texts.get("Movement_After"), "", DIGITS, Flow::spendAfter),
                TableColumn.number("change", texts.get("Movement_Change"), "", DIGITS, flow -> flow.spendAfter() - flow.spendBefore()),
                TableColumn.<Flow>text("why", texts.get("Movement_Why"), flow -> flow.reasons().entrySet().stream()
                        .map(reason -> reason.getKey() + " (" + reason.getValue() + ")").collect(Collectors.joining("; "))).wide(520));
    }

    /** What says the most, and the three wanted moves. */
    List<Number> numbers(Shown shown) {
        Report report = shown.report();
        double before = report.flows().stream().filter(MovementFigures::moved).mapToDouble(Flow::spendBefore).sum();
        double after = report.flows().stream().filter(MovementFigures::moved).mapToDouble(Flow::spendAfter).sum();
        List<Number> all = new ArrayList<>();
        all.add(new Number(texts.get("Movement_Moved"), numbers.integer(report.moved()),
                texts.get("Movement_OfAll",
                        numbers.percent(report.customers() == 0 ? Double.NaN : (double) report.moved() / report.customers(), 1),
                        numbers.integer(report.customers()))));
        all.add(new Number(texts.get("Movement_Money"), signed(after - before),
                texts.get("Movement_MoneyNote", numbers.decimal(before, 0), numbers.decimal(after, 0))));
        for (Wanted wanted : shown.wanted()) {
            all.add(new Number(texts.get("Wanted_" + wanted.name()), numbers.integer(wanted.made()),
                    texts.get("Wanted_Note", numbers.integer(wanted.back()), signed(wanted.spendChange()))));
        }
        return all;
    }

    private static boolean moved(Flow flow) {
        return !flow.from().equals(flow.to());
    }

    private String signed(double amount) {
        return (amount > 0 ? "+" : "") + numbers.decimal(amount, DIGITS);
    }

    private List<String> present(Report report) {
        return report.segments().stream().filter(
                path -> report.flows().stream()
                        .anyMatch(flow -> flow.customers() > 0 && (flow.from().equals(path) || flow.to().equals(path))))
                .toList();
    }

    /** Who went where. */
    FlowFigure flow(Shown shown) {
        Report report = shown.report();
        List<String> paths = present(report);
        List<FlowFigure.Flow> flows = report.flows().stream().filter(flow -> flow.customers() > 0)
                .map(flow -> new FlowFigure.Flow(paths.indexOf(flow.from()), paths.indexOf(flow.to()), flow.customers(), tip(flow),
                        Optional.of(MovementPart.key(flow.from(), flow.to()))))
                .toList();
        return new FlowFigure(texts.get("Movement_FlowTitle", shown.segmentation()), report.from().toString(), report.to().toString(),
                paths.stream().map(names::label).toList(), flows);
    }

    private List<String> tip(Flow flow) {
        List<String> tip = new ArrayList<>();
        tip.add(moved(flow) ? names.label(flow.from()) + " → " + names.label(flow.to())
                : texts.get("Movement_Stayed", names.label(flow.from())));
        tip.add(texts.get("Movement_Tip", numbers.integer(flow.customers()), numbers.percent(flow.share(), 1), names.label(flow.from())));
        tip.add(texts.get("Movement_TipMoney", numbers.decimal(flow.spendBefore(), DIGITS), numbers.decimal(flow.spendAfter(), DIGITS),
                signed(flow.spendAfter() - flow.spendBefore())));
        flow.reasons().forEach((reason, customers) -> tip.add(texts.get("Movement_Reason", reason, numbers.integer(customers))));
        return tip;
    }

    /** Of those in a segment before, which share is where after. */
    HeatFigure matrix(Shown shown) {
        Report report = shown.report();
        List<String> paths = present(report);
        List<HeatFigure.Row> rows = new ArrayList<>();
        for (String source : paths) {
            List<Optional<HeatFigure.Field>> fields = new ArrayList<>();
            for (String target : paths) {
                fields.add(report.flows().stream()
                        .filter(flow -> flow.from().equals(source) && flow.to().equals(target) && flow.customers() > 0)
                        .findFirst()
                        .map(flow -> new HeatFigure.Field(flow.share(), numbers.percent(flow.share(), flow.share() < 0.0995 ? 1 : 0),
                                numbers.integer(flow.customers()), tip(flow), Optional.of(MovementPart.key(source, target)))));
            }
            rows.add(new HeatFigure.Row(names.label(source), fields));
        }
        return new HeatFigure(texts.get("Movement_Matrix"), texts.get("Movement_Corner"), paths.stream().map(names::label).toList(), rows,
                new Axis(texts.get("Movement_MatrixScale"), "%"));
    }
}
