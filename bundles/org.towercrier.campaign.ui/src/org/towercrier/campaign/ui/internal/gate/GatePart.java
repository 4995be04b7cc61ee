package org.towercrier.campaign.ui.internal.gate;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ContactGate;
import org.towercrier.campaign.ContactGate.Decision;
import org.towercrier.campaign.ContactGate.Explanation;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.campaign.ui.internal.page.CampaignPage;
import org.towercrier.campaign.ui.internal.page.RichText;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.ui.CustomerSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.Views;

import jakarta.inject.Inject;

/** Whom the contact gate lets through at any moment: by rule, customer by customer, and for one customer rule by rule. */
public final class GatePart extends CampaignPage<GatePart.Shown> {

    /** Decisions in the table; the figures are about all of them. */
    private static final int MOST_ROWS = 20_000;
    private static final int TIME_WIDTH = 130;
    private static final String PART_CUSTOMER = "org.towercrier.part.customer";

    private final SharedSelection selection;
    private final Views views;
    private Optional<ContactGate> gate = Optional.empty();
    private Text time;
    private Button asThen;
    private Text customer;
    private NumbersPane strip;
    private FigurePane bars;
    private DataTable<Decision> table;
    private List<TableColumn<Decision>> columns = List.of();
    private RichText why;
    private PaneLoader whyLoader;
    private Optional<Shown> shown = Optional.empty();

    /** What the gate said. @param rows the first decisions as rows of the table */
    record Shown(ContactGate.Question question, ContactGate.Report report, RowSet<Decision> rows) {
    }

    @Inject
    public GatePart(PartSite site, Texts texts, Words words, CampaignFeed feed, CampaignChoice choice, SharedSelection selection,
            Views views) {
        super(site, texts, words, feed, choice);
        this.selection = selection;
        this.views = views;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional ContactGate service) {
        gate = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected boolean isReady() {
        return gate.isPresent();
    }

    @Override
    protected void fillBar(Composite bar) {
        new Label(bar, SWT.NONE).setText(texts().get("Gate_Time"));
        time = new Text(bar, SWT.BORDER);
        time.setMessage(texts().get("Gate_Now"));
        time.setToolTipText(texts().get("Gate_Time_Tip"));
        GridDataFactory.swtDefaults().hint(TIME_WIDTH, SWT.DEFAULT).applyTo(time);
        time.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> refresh()));
        asThen = new Button(bar, SWT.CHECK);
        asThen.setText(texts().get("Gate_AsThen"));
        asThen.setToolTipText(texts().get("Gate_AsThen_Tip"));
        asThen.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> refresh()));
        Button ask = new Button(bar, SWT.PUSH);
        ask.setText(texts().get("Gate_Ask"));
        ask.setToolTipText(texts().get("Gate_Ask_Tip"));
        ask.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> refresh()));
        new Label(bar, SWT.NONE).setText(texts().get("Gate_Customer"));
        customer = new Text(bar, SWT.BORDER);
        customer.setToolTipText(texts().get("Gate_Customer_Tip"));
        GridDataFactory.swtDefaults().hint(TIME_WIDTH, SWT.DEFAULT).applyTo(customer);
        customer.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> explain(customer.getText().strip())));
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.FILTER, texts().get("Part_Gate"), texts().get("Empty_Gate"));
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
        strip = new NumbersPane(whole);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        SashForm halves = new SashForm(whole, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        SashForm left = new SashForm(halves, SWT.VERTICAL);
        bars = new FigurePane(left, site().messages());
        columns = columns();
        table = new DataTable<>(left, columns, site().messages(), site().dates());
        table.setKey(Decision::customer);
        table.onSelection(this::selected);
        table.onOpen(row -> open(row.customer()));
        table.onMenu(this::fill);
        left.setWeights(40, 60);
        StatePane whyFaces = new StatePane(halves, site().messages(), site().themes());
        why = new RichText(whyFaces);
        whyFaces.setContent(why.control());
        whyLoader = new PaneLoader(site(), whyFaces);
        why.line(texts().get("Gate_Choose")).show();
        halves.setWeights(70, 30);
        site().track(strip, bars, table);
        return whole;
    }

    private List<TableColumn<Decision>> columns() {
        List<String> outcomes = GateOutcome.VALUES.stream().map(words()::of).toList();
        return List.of(TableColumn.<Decision>text("customer", texts().get("Gate_Customer"), Decision::customer).wide(120),
                TableColumn.<Decision>choice("outcome", texts().get("Gate_Outcome"), outcomes, row -> words().of(row.outcome())).wide(100)
                        .marked(row -> Optional.of(Words.mark(row.outcome()))),
                TableColumn.<Decision>choice("rule", texts().get("Gate_Rule"), GateRule.VALUES.stream().map(words()::of).toList(),
                        row -> row.rule() == GateRule.NONE ? "" : words().of(row.rule())).wide(130),
                TableColumn.<Decision>text("channel", texts().get("Gate_Channel"), row -> words().of(row.channel())).wide(100),
                TableColumn.<Decision>text("reason", texts().get("Gate_Reason"), row -> words().of(row.reason())).wide(320),
                TableColumn.<Decision>time("until", texts().get("Gate_Until"), Decision::until),
                TableColumn.<Decision>text("winner", texts().get("Gate_Winner"), row -> row.winner().map(this::nameOf).orElse(""))
                        .wide(120),
                TableColumn.<Decision>number("value", texts().get("Gate_Value"), "", 2, Decision::value).wide(90),
                TableColumn.<Decision>number("rank", texts().get("Gate_Rank"), "", 0,
                        row -> row.rank().map(rank -> rank + 1.0).orElse(Double.NaN)).wide(80));
    }

    private void fill(Menu menu) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts().get("Gate_OpenCustomer"));
        item.setEnabled(table.selection().size() == 1);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open(table.selection().getFirst().customer())));
    }

    private void open(String id) {
        selection.customers(new CustomerSelection(List.of(id), this));
        views.show(WorkbenchIds.PERSPECTIVE_MARKETING, PART_CUSTOMER);
    }

    private void selected(List<Decision> rows) {
        if (rows.size() == 1) {
            selection.customers(new CustomerSelection(List.of(rows.getFirst().customer()), this));
            explain(rows.getFirst().customer());
        }
    }

    @Override
    protected Reading<Shown> reading() {
        ContactGate service = gate.orElseThrow();
        Instant at = moment();
        boolean then = asThen.getSelection();
        List<TableColumn<Decision>> of = columns;
        return (campaign, cancellation) -> {
            var question = new ContactGate.Question(campaign, at, Optional.empty(), then, List.of(), List.of());
            var report = service.decide(question, cancellation);
            List<Decision> first = report.decisions().stream().limit(MOST_ROWS).toList();
            return new Shown(question, report, RowSet.of(of, first, site().messages()));
        };
    }

    private Instant moment() {
        try {
            say("");
            return GateTime.parse(time.getText(), site().zone()).orElseGet(Instant::now);
        } catch (DateTimeException wrong) {
            say(texts().get("Gate_WrongTime", time.getText()));
            return Instant.now();
        }
    }

    @Override
    protected void show(Campaigns.Info campaign, Shown found) {
        shown = Optional.of(found);
        GateFigures figures = new GateFigures(found.report(), texts(), words());
        strip.show(figures.strip());
        bars.show(figures.bars());
        if (found.rows().columns().equals(columns)) {
            table.setRows(found.rows());
        }
        String rivals = found.report().rivals().isEmpty() ? ""
                : " " + texts().get("Gate_Rivals", found.report().rivals().stream().map(this::nameOf).collect(Collectors.joining(", ")));
        String cut = found.report().candidates() > MOST_ROWS ? " " + texts().get("Gate_First", MOST_ROWS, found.report().candidates()) : "";
        say(texts().get("Gate_Policy", policy(found.report().policy(), found.report().policyVersion()),
                site().dates().minute(found.report().at())) + rivals + cut);
    }

    private String policy(String name, long version) {
        return version == 0 ? texts().get("Gate_UsualPolicy") : texts().get("Gate_PolicyVersion", name, version);
    }

    private void explain(String id) {
        if (id.isEmpty() || shown.isEmpty() || gate.isEmpty()) {
            return;
        }
        ContactGate service = gate.get();
        ContactGate.Question question = shown.get().question();
        whyLoader.load(cancellation -> {
            try {
                return service.explain(question, id, cancellation);
            } catch (CampaignException refused) {
                throw words().explained(refused);
            }
        }, this::show);
    }

    private void show(Explanation explanation) {
        Decision decision = explanation.decision();
        why.clear().heading(texts().get("Gate_Why", decision.customer()));
        why.line(Words.mark(decision.outcome()).glyph() + " " + words().of(decision.outcome())
                + decision.channel().map(channel -> " · " + words().of(channel)).orElse(""));
        why.line(words().of(decision.reason()));
        decision.until().ifPresent(until -> why.line(texts().get("Gate_Again", site().dates().minute(until))));
        decision.winner().ifPresent(winner -> why.line(texts().get("Gate_GoesTo", nameOf(winner))));
        why.heading(texts().get("Gate_RuleByRule"));
        explanation.rules().forEach(rule -> why.line(Words.mark(rule.outcome()).glyph() + " " + words().of(rule.rule())
                + rule.channel().map(channel -> " · " + words().of(channel)).orElse("") + ": " + words().of(rule.reason())
                + rule.until().map(until -> " " + texts().get("Gate_Again", site().dates().minute(until))).orElse("")));
        why.heading(texts().get("Gate_Basis"));
        why.line(List.of(policy(explanation.policy(), explanation.policyVersion()),
                shown.map(found -> site().dates().minute(found.report().at())).orElse("")).stream().collect(Collectors.joining(" · ")));
        why.show();
    }
}
