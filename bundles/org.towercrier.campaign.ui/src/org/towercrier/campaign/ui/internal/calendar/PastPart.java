package org.towercrier.campaign.ui.internal.calendar;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Control;
import org.towercrier.campaign.CampaignBoard;
import org.towercrier.campaign.CampaignBoard.Comparison;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.model.campaign.Verdict;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.BarsFigure;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;

/** Concluded campaigns side by side: what each proved, what it brought, what it cost. */
public final class PastPart extends TablePart<Comparison> {

    private static final int MOST_BARS = 20;

    private final Texts texts;
    private final Words words;
    private final CampaignChoice choice;
    private Optional<CampaignBoard> board = Optional.empty();
    private FigurePane bars;

    @Inject
    public PastPart(PartSite site, Texts texts, Words words, CampaignFeed feed, CampaignChoice choice) {
        super(site);
        this.texts = texts;
        this.words = words;
        this.choice = choice;
        feed.follow(this::changed);
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional CampaignBoard service) {
        board = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected List<TableColumn<Comparison>> columns() {
        return List.of(TableColumn.<Comparison>text("name", texts.get("Board_Name"), Comparison::name).wide(200),
                TableColumn.<Comparison>time("launched", texts.get("Board_Launched"), Comparison::launched).wide(130),
                TableColumn.<Comparison>choice("verdict", texts.get("Result_Verdict"), Verdict.VALUES.stream().map(words::of).toList(),
                        row -> words.of(row.verdict())).wide(130).marked(row -> Optional.of(Words.mark(row.verdict()))),
                TableColumn.<Comparison>integer("audience", texts.get("Board_Audience"), "", Comparison::audience),
                TableColumn.<Comparison>integer("reach", texts.get("Past_Contacted"), "", Comparison::reach),
                number("difference", "Result_Difference", 3, row -> row.difference()),
                number("lower", "Past_Lower", 3, row -> row.lower()), number("upper", "Past_Upper", 3, row -> row.upper()),
                TableColumn.<Comparison>number("return", texts.get("Result_Return"), "%", 0,
                        row -> row.incrementalReturn().map(value -> 100 * value).orElse(Double.NaN)),
                TableColumn.<Comparison>number("spent", texts.get("Board_Spent"), "", 0, Comparison::spent),
                TableColumn.<Comparison>text("conclusion", texts.get("Past_Conclusion"), row -> row.conclusion().orElse("")).wide(260));
    }

    private TableColumn<Comparison> number(String id, String key, int digits,
            java.util.function.Function<Comparison, Optional<Double>> value) {
        return TableColumn.number(id, texts.get(key), "", digits, row -> value.apply(row).orElse(Double.NaN));
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.HISTORY, texts.get("Part_Past"), texts.get("Empty_Past")).button(texts.get("Empty_ToBoard"),
                () -> choice.page(CampaignIds.PART_BOARD));
        SashForm halves = new SashForm(parent, SWT.VERTICAL);
        createTable(halves);
        bars = new FigurePane(halves, site().messages());
        halves.setWeights(60, 40);
        site().track(bars);
        return halves;
    }

    @Override
    protected void prepare(DataTable<Comparison> table) {
        table.setKey(Comparison::id);
        table.onSelection(rows -> rows.stream().findFirst().ifPresent(row -> choice.choose(row.id())));
        table.onOpen(row -> choice.page(row.id(), CampaignIds.PART_RESULT));
    }

    @Override
    protected void refresh() {
        if (board.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        CampaignBoard service = board.get();
        loader().load(cancellation -> rows(service.past()), rows -> {
            show(rows);
            bars.show(figure(rows.rows()));
        });
    }

    private BarsFigure figure(List<Comparison> rows) {
        List<BarsFigure.Bar> all = rows.stream().filter(row -> row.incrementalReturn().isPresent()).limit(MOST_BARS)
                .map(row -> new BarsFigure.Bar(row.name(), row.incrementalReturn().get(),
                        site().numbers().percent(row.incrementalReturn().get(), 0), List.of(words.of(row.verdict()))))
                .toList();
        return new BarsFigure(texts.get("Past_Title"), new Axis(texts.get("Result_Return"), "%"),
                List.of(new BarsFigure.Panel(texts.get("Result_Return"), texts.get("Past_Note"), 0, all, Optional.empty())));
    }
}
