package org.towercrier.customer.ui.internal.figure.satisfaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Satisfaction;
import org.towercrier.customer.Satisfaction.Item;
import org.towercrier.customer.Satisfaction.Method;
import org.towercrier.customer.Satisfaction.Question;
import org.towercrier.customer.ui.internal.figure.EditHistory;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigurePart;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.FollowedSegment;
import org.towercrier.statistics.value.ImportancePerformance.CrossHair;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** What matters to customers against how well it is done, from their answers in a survey, with what to do in each quadrant. */
public final class ImportancePart extends FigurePart {

    private static final List<Method> METHODS = List.of(Method.values());
    private static final List<CrossHair> LINES = List.of(CrossHair.MEAN, CrossHair.MEDIAN, CrossHair.SCALE_MIDDLE);

    private final EditHistory history;
    private Optional<Satisfaction> satisfaction = Optional.empty();
    private Optional<String> survey = Optional.empty();
    private List<String> surveys = List.of();
    private Method method = Method.CORRELATION;
    private CrossHair lines = CrossHair.MEAN;
    private Combo choice;
    private PairBar pairs;
    private FigurePane quadrants;
    private DataTable<Item> table;
    private List<TableColumn<Item>> columns = List.of();

    /** What was read. */
    private record Shown(List<String> surveys, List<Question> questions, Optional<Satisfaction.Chart> chart, Optional<String> segment,
            Optional<RowSet<Item>> rows) {
    }

    @Inject
    public ImportancePart(PartSite site, FigureSite figures, EditHistory history) {
        super(site, figures);
        this.history = history;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Satisfaction service) {
        satisfaction = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        FigureBar bar = new FigureBar(parent, site().locale());
        choice = bar.choice(texts().get("Importance_Survey"), surveys, survey.map(surveys::indexOf).orElse(-1), index -> {
            survey = Optional.of(surveys.get(index));
            refresh();
        });
        bar.choice(texts().get("Importance_Method"), METHODS.stream().map(each -> texts().get("Method_" + each)).toList(),
                METHODS.indexOf(method),
                index -> {
                    method = METHODS.get(index);
                    pairs.setVisible(method == Method.STATED);
                    refresh();
                });
        bar.choice(texts().get("Importance_Lines"), LINES.stream().map(each -> texts().get("Lines_" + each)).toList(), LINES.indexOf(lines),
                index -> {
                    lines = LINES.get(index);
                    refresh();
                });
        pairs = new PairBar(parent, site().locale(), texts(), this::pair);
        pairs.setVisible(method == Method.STATED);
    }

    /** Keeps which question states the importance of another; undo takes it back. */
    private void pair(Question question, Optional<String> importance) {
        if (satisfaction.isPresent() && survey.isPresent()) {
            Satisfaction service = satisfaction.get();
            String of = survey.get();
            history.change(texts().get("Importance_Edit_Pair"), question.importance(), importance,
                    wanted -> service.pair(of, question.name(), wanted));
        }
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.CHART, texts().get("Importance_Title"), texts().get("Empty_Importance")).button(texts().get("Empty_Import"),
                figures()::importFiles);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        quadrants = figure(sash);
        columns = ImportanceFigures.columns(texts());
        table = new DataTable<>(sash, columns, site().messages(), site().dates());
        table.setKey(Item::question);
        site().track(table);
        quadrants.onOpen(target -> table.select(Set.of(target)));
        sash.setWeights(58, 42);
        return sash;
    }

    @Override
    protected void refresh() {
        if (satisfaction.isEmpty()) {
            showNothing();
            return;
        }
        List<TableColumn<Item>> of = columns;
        load(cancellation -> read(of, cancellation), this::show);
    }

    private Shown read(List<TableColumn<Item>> of, Cancellation cancellation) throws CustomerException, StoreException {
        Satisfaction service = satisfaction.orElseThrow();
        List<String> known = service.surveys();
        if (known.isEmpty()) {
            return new Shown(known, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        String chosen = survey.filter(known::contains).orElse(known.getFirst());
        List<Question> questions = service.questions(chosen);
        survey = Optional.of(chosen);
        site().later(() -> pairs.show(questions));
        Optional<FollowedSegment> followed = figures().followed(figures().feed().segments());
        Satisfaction.Request usual = Satisfaction.Request.of(chosen);
        Satisfaction.Chart chart = service
                .chart(new Satisfaction.Request(chosen, usual.overall(), usual.questions(), usual.stated(), method, lines,
                        followed.flatMap(FollowedSegment::criterion)), cancellation);
        return new Shown(known, questions, Optional.of(chart),
                followed.filter(each -> each.criterion().isPresent()).map(FollowedSegment::label),
                Optional.of(RowSet.of(of, chart.items(), site().messages())));
    }

    private void show(Shown found) {
        surveys = found.surveys();
        choice.setItems(surveys.toArray(String[]::new));
        if (found.chart().isEmpty()) {
            pane().showEmpty();
            return;
        }
        pairs.show(found.questions());
        choice.select(surveys.indexOf(found.chart().get().survey()));
        choice.getParent().requestLayout();
        quadrants.show(new ImportanceFigures(texts(), site().numbers()).quadrants(found.chart().get(), found.segment()));
        found.rows().filter(rows -> rows.columns().equals(columns)).ifPresent(table::setRows);
    }
}
