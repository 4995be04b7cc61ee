package org.towercrier.campaign.ui.internal.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignBoard;
import org.towercrier.campaign.CampaignBoard.Card;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ContactGate;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.CampaignFiles;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.towercrier.campaign.ui.internal.CampaignJobs;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;

/** All campaigns by the step they stand at: who owns them, when they run, whom they reach, what they cost, what they proved. */
public final class BoardPart extends TablePart<BoardRow> {

    /** Campaigns that the gate is asked about while the board is read; more would make people wait for what they do not look at. */
    private static final int MOST_COUNTED = 30;

    private final Texts texts;
    private final Words words;
    private final CampaignFeed feed;
    private final CampaignChoice choice;
    private final BoardSteps steps;
    private final CampaignFiles files;
    private final CampaignJobs jobs;
    private final Map<String, BoardRow.Outlook> counted = new HashMap<>();
    private Optional<CampaignBoard> board = Optional.empty();
    private Optional<Audiences> audiences = Optional.empty();
    private Optional<ContactGate> gate = Optional.empty();
    private List<Button> onOne = List.of();
    private Button delete;
    private Label said;
    private Optional<Job> counting = Optional.empty();
    private int counts;

    @Inject
    public BoardPart(PartSite site, Texts texts, Words words, CampaignFeed feed, CampaignChoice choice, BoardSteps steps,
            CampaignFiles files, CampaignJobs jobs) {
        super(site);
        this.texts = texts;
        this.words = words;
        this.feed = feed;
        this.choice = choice;
        this.steps = steps;
        this.files = files;
        this.jobs = jobs;
        feed.follow(this::changed);
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional CampaignBoard cards,
            @org.eclipse.e4.core.di.annotations.Optional Audiences sizes, @org.eclipse.e4.core.di.annotations.Optional ContactGate asked) {
        board = Optional.ofNullable(cards);
        audiences = Optional.ofNullable(sizes);
        gate = Optional.ofNullable(asked);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Buttons.push(bar, texts, "Board_New", this::create);
        List<Button> needOne = new ArrayList<>();
        needOne.add(Buttons.push(bar, texts, "Board_Open", () -> one(choice::edit)));
        needOne.add(Buttons.push(bar, texts, "Board_Duplicate", () -> one(this::duplicate)));
        delete = Buttons.push(bar, texts, "Board_Delete", () -> one(this::delete));
        delete.setEnabled(false);
        onOne = needOne;
        onOne.forEach(button -> button.setEnabled(false));
        Buttons.push(bar, texts, "Board_Pressure", () -> choice.page(CampaignIds.PART_PRESSURE));
        Buttons.push(bar, texts, "Board_Past", () -> choice.page(CampaignIds.PART_PAST));
        Buttons.push(bar, texts, "Board_Care", () -> choice.page(CampaignIds.PART_CARE));
        Buttons.push(bar, texts, "Board_Orders", () -> choice.page(CampaignIds.PART_ORDERS));
        Buttons.push(bar, texts, "Board_Policy", () -> choice.page(CampaignIds.PART_POLICY));
        int buttons = bar.getChildren().length;
        said = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().span(buttons, 1).exclude(true).hint(10, SWT.DEFAULT).applyTo(said);
        GridLayoutFactory.fillDefaults().numColumns(buttons).margins(8, 4).spacing(8, 4).applyTo(bar);
    }

    @Override
    protected List<TableColumn<BoardRow>> columns() {
        return new BoardColumns(texts, words).all();
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.MARKETING, texts.get("Part_Campaigns"), texts.get("Empty_Campaigns")).button(texts.get("Board_First"),
                this::create);
        DataTable<BoardRow> table = createTable(parent);
        if (site().remembered("grouped").isEmpty()) {
            table.groupBy(BoardColumns.STEP);
            site().remember("grouped", "once");
        }
        return table;
    }

    @Override
    protected void prepare(DataTable<BoardRow> table) {
        table.setKey(row -> row.card().id());
        table.onSelection(this::selected);
        table.onOpen(row -> choice.edit(row.card().id()));
        table.onMenu(this::fill);
    }

    private void selected(List<BoardRow> rows) {
        onOne.forEach(button -> button.setEnabled(rows.size() == 1));
        delete.setEnabled(rows.size() == 1 && rows.getFirst().card().launched().isEmpty());
        if (rows.size() == 1) {
            choice.choose(rows.getFirst().card().id());
        }
    }

    private void fill(Menu menu) {
        boolean one = table().selection().size() == 1;
        item(menu, "Board_New", true, this::create);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Board_Open", one, () -> one(choice::edit));
        item(menu, "Page_Gate", one, () -> one(id -> choice.page(id, CampaignIds.PART_GATE)));
        item(menu, "Page_Room", one, () -> one(id -> choice.page(id, CampaignIds.PART_ROOM)));
        boolean launched = one && table().selection().getFirst().card().launched().isPresent();
        item(menu, "Page_Result", launched, () -> one(id -> choice.page(id, CampaignIds.PART_RESULT)));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Board_Duplicate", one, () -> one(this::duplicate));
        item(menu, "Board_FollowUp", one && table().selection().getFirst().card().verdict().isPresent(), () -> one(this::followUp));
        item(menu, "Files_Report", one, () -> one(id -> files.report(said.getShell(), id, this::say)));
        item(menu, "Files_Export", one, () -> one(id -> files.export(said.getShell(), id, this::say)));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Board_Delete", one && !launched, () -> one(this::delete));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Board_Policy", true, () -> choice.page(CampaignIds.PART_POLICY));
        item(menu, "Board_Profile", true, () -> choice.page(CampaignIds.PART_PROFILE));
    }

    private void item(Menu menu, String key, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get(key));
        item.setEnabled(enabled);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private void one(java.util.function.Consumer<String> action) {
        List<BoardRow> rows = table().selection();
        if (rows.size() == 1) {
            action.accept(rows.getFirst().card().id());
        }
    }

    private void create() {
        feed.campaigns().ifPresent(service -> steps.create(service, choice::edit, this::say));
    }

    private void duplicate(String id) {
        feed.campaigns().ifPresent(service -> steps.duplicate(service, id, choice::edit, this::say));
    }

    private void followUp(String id) {
        feed.campaigns().ifPresent(service -> steps.followUp(service, id, choice::edit, this::say));
    }

    private void delete(String id) {
        feed.campaigns().ifPresent(service -> steps.delete(service, id, this::say));
    }

    private void say(String text) {
        if (!said.isDisposed()) {
            said.setText(text);
            said.setToolTipText(text.isEmpty() ? null : text);
            ((GridData) said.getLayoutData()).exclude = text.isEmpty();
            said.setVisible(!text.isEmpty());
            said.requestLayout();
        }
    }

    @Override
    protected void refresh() {
        Optional<Campaigns> campaigns = feed.campaigns();
        if (campaigns.isEmpty() || board.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        CampaignBoard service = board.get();
        Map<String, BoardRow.Outlook> known = Map.copyOf(counted);
        loader().load(cancellation -> rows(service.cards(cancellation).stream()
                .map(card -> new BoardRow(card, Optional.ofNullable(known.get(card.id())))).toList()), rows -> {
                    show(rows);
                    count(campaigns.get(), rows.rows());
                });
    }

    /** What campaigns would reach now takes longer than the cards: it comes after them, and nobody has to wait for it. */
    private void count(Campaigns campaigns, List<BoardRow> rows) {
        counting.ifPresent(Job::cancel);
        if (audiences.isEmpty() || gate.isEmpty() || rows.stream().noneMatch(row -> BoardRow.isCounted(row.card()))) {
            return;
        }
        Audiences sizes = audiences.get();
        ContactGate asked = gate.get();
        int mine = ++counts;
        counting = Optional.of(jobs.run("Board_Counting", cancellation -> {
            List<BoardRow> full = new ArrayList<>();
            int most = MOST_COUNTED;
            for (BoardRow row : rows) {
                boolean wanted = BoardRow.isCounted(row.card()) && most-- > 0;
                full.add(wanted ? new BoardRow(row.card(), outlook(campaigns, sizes, asked, row.card(), cancellation)) : row);
            }
            return rows(full);
        }, full -> {
            if (mine == counts && isBuilt()) {
                counted.clear();
                full.rows().forEach(row -> row.outlook().ifPresent(now -> counted.put(row.card().id(), now)));
                Set<String> selected = new HashSet<>(table().selection().stream().map(row -> row.card().id()).toList());
                show(full);
                table().select(selected);
            }
        }, this::say));
    }

    /** Absent while the audience of a draft cannot be evaluated. */
    private static Optional<BoardRow.Outlook> outlook(Campaigns campaigns, Audiences sizes, ContactGate gate, Card card,
            Cancellation cancellation) throws StoreException {
        try {
            var campaign = campaigns.open(card.id());
            if (campaign.isEmpty()) {
                return Optional.empty();
            }
            boolean planned = BoardRow.isPlanned(card);
            long members = planned ? sizes.size(campaign.get().root(), cancellation).members() : card.audience();
            var asked = members == 0 ? Optional.<ContactGate.Report>empty()
                    : Optional.of(gate.decide(ContactGate.Question.of(card.id(), Instant.now()), cancellation));
            List<BoardRow.Held> held = asked.stream().flatMap(report -> report.byRule().entrySet().stream())
                    .filter(each -> each.getKey() != GateRule.ALREADY_CONTACTED)
                    .map(each -> new BoardRow.Held(each.getKey(), each.getValue()))
                    .sorted(Comparator.comparing(BoardRow.Held::customers).reversed()).toList();
            return Optional.of(new BoardRow.Outlook(members, asked.map(ContactGate.Report::passed).orElse(0L),
                    campaigns.step(campaign.get().root(), cancellation), held));
        } catch (CampaignException incomplete) {
            return Optional.empty();
        }
    }
}
