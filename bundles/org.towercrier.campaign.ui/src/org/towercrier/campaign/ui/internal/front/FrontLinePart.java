package org.towercrier.campaign.ui.internal.front;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.FrontLine;
import org.towercrier.campaign.FrontLine.Held;
import org.towercrier.campaign.FrontLine.Outcome;
import org.towercrier.campaign.FrontLine.Prompt;
import org.towercrier.campaign.FrontLine.Suggestion;
import org.towercrier.campaign.Orders;
import org.towercrier.campaign.ui.internal.CampaignJobs;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.customer.CustomerTable;
import org.towercrier.model.campaign.ResponseKind;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.ui.CustomerSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.kit.PropertyFacts;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;
import org.towercrier.ui.view.Views;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** For whoever talks to a customer: who that is, at most three things to say that the gate lets through, and one button for what came of it. */
public final class FrontLinePart extends StatePart {

    private static final String USER = System.getProperty("user.name", "operator");
    private static final String PART_CUSTOMERS = "org.towercrier.part.customers";
    private static final List<ContactChannel> TALKING = List.of(ContactChannel.HALL, ContactChannel.HOTLINE, ContactChannel.CLIENT_MANAGER,
            ContactChannel.PARTNER_SHOP);
    private static final int NUMBER_WIDTH = 150;
    private static final int MOST = 3;

    private final Texts texts;
    private final Words words;
    private final CampaignJobs jobs;
    private final SharedSelection selection;
    private final Views views;
    private Optional<FrontLine> line = Optional.empty();
    private Optional<CustomerTable> customers = Optional.empty();
    private Optional<Orders> orders = Optional.empty();
    private Text number;
    private Combo channel;
    private Label said;
    private PropertyFacts facts;
    private ScrolledComposite scroll;
    private Composite cards;
    private Optional<String> customer = Optional.empty();
    /** The order that was placed here last and waits for its confirmation. */
    private Optional<Orders.Requested> placed = Optional.empty();

    @Inject
    public FrontLinePart(PartSite site, Texts texts, Words words, CampaignJobs jobs, SharedSelection selection, Views views) {
        super(site);
        this.texts = texts;
        this.words = words;
        this.jobs = jobs;
        this.selection = selection;
        this.views = views;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional FrontLine service,
            @org.eclipse.e4.core.di.annotations.Optional CustomerTable table, @org.eclipse.e4.core.di.annotations.Optional Orders taken) {
        orders = Optional.ofNullable(taken);
        line = Optional.ofNullable(service);
        customers = Optional.ofNullable(table);
        changed();
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CUSTOMERS) CustomerSelection chosen) {
        Optional<String> now = chosen == null ? Optional.empty() : chosen.primary();
        if (!now.equals(customer)) {
            customer = now;
            if (isBuilt()) {
                number.setText(now.orElse(""));
            }
            changed();
        }
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(texts.get("Front_Customer"));
        number = new Text(bar, SWT.BORDER);
        number.setText(customer.orElse(""));
        number.setMessage(texts.get("Front_Number"));
        GridDataFactory.swtDefaults().hint(NUMBER_WIDTH, SWT.DEFAULT).applyTo(number);
        number.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> ask()));
        new Label(bar, SWT.NONE).setText(texts.get("Front_Channel"));
        channel = new Combo(bar, SWT.READ_ONLY);
        TALKING.forEach(each -> channel.add(words.of(each)));
        channel.select(site().remembered("channel").map(Integer::parseInt).orElse(0));
        channel.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            site().remember("channel", Integer.toString(channel.getSelectionIndex()));
            refresh();
        }));
        Button ask = new Button(bar, SWT.PUSH);
        ask.setText(texts.get("Front_Ask"));
        ask.setToolTipText(texts.get("Front_Ask_Tip"));
        ask.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> ask()));
        said = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT).applyTo(said);
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(bar);
    }

    private void ask() {
        customer = Optional.of(number.getText().strip()).filter(typed -> !typed.isEmpty());
        say("");
        refresh();
    }

    private void say(String text) {
        if (!said.isDisposed()) {
            said.setText(text.replace("&", "&&"));
            said.setToolTipText(text.isEmpty() ? null : text);
        }
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.USER, texts.get("Part_FrontLine"), texts.get("Empty_FrontLine")).button(texts.get("Front_Choose"),
                () -> views.show(WorkbenchIds.PERSPECTIVE_MARKETING, PART_CUSTOMERS));
        SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
        facts = new PropertyFacts(halves, site().messages());
        scroll = new ScrolledComposite(halves, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        cards = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 12).spacing(8, 10).applyTo(cards);
        scroll.setContent(cards);
        scroll.addListener(SWT.Resize, event -> fit());
        halves.setWeights(36, 64);
        site().track(facts);
        return halves;
    }

    private void fit() {
        scroll.setMinSize(200, cards.computeSize(Math.max(200, scroll.getClientArea().width), SWT.DEFAULT).y);
    }

    @Override
    protected void takeFocus() {
        number.setFocus();
    }

    @Override
    protected void refresh() {
        if (line.isEmpty() || customers.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        FrontLine service = line.get();
        CustomerTable table = customers.get();
        Optional<String> who = customer;
        ContactChannel by = TALKING.get(Math.max(0, channel.getSelectionIndex()));
        loader().load(cancellation -> {
            if (who.isEmpty()) {
                // Nobody chosen yet: the store is asked all the same, so that trouble with it is said before a customer waits.
                table.count(CustomerTable.Filter.ALL, cancellation);
                return Optional.<Prompt>empty();
            }
            try {
                return Optional.of(service.prompt(who.get(), by, Instant.now(), Optional.empty()));
            } catch (CampaignException refused) {
                throw words.explained(refused);
            }
        }, this::show);
    }

    private void show(Optional<Prompt> prompt) {
        pane().showUnless(prompt.isEmpty());
        prompt.ifPresent(this::show);
    }

    private void show(Prompt prompt) {
        customer = Optional.of(prompt.page().id());
        selection.customers(new CustomerSelection(List.of(prompt.page().id()), this));
        CustomerSummary summary = new CustomerSummary(prompt.page(), texts, site().dates());
        facts.show(summary.sections());
        Arrays.stream(cards.getChildren()).forEach(Control::dispose);
        summary.caution().ifPresent(caution -> words(caution, true));
        placed.filter(each -> customer.equals(Optional.of(each.order().customer())))
                .ifPresent(each -> OrderCard.create(cards, each, texts, site().dates(), this::confirm));
        heading("Front_Say");
        if (prompt.suggestions().isEmpty()) {
            words(texts.get("Front_Nothing"), false);
        }
        List<Suggestion> most = prompt.suggestions().stream().limit(MOST).toList();
        for (int i = 0; i < most.size(); i++) {
            SuggestionCard.create(cards, i + 1, most.get(i), texts, words, this::record);
        }
        if (!prompt.held().isEmpty()) {
            heading("Front_Held");
            prompt.held().forEach(this::held);
        }
        cards.layout(true, true);
        fit();
    }

    private void held(Held held) {
        words(Words.mark(held.decision().outcome()).glyph() + " " + held.name() + ": " + words.of(held.decision().reason())
                + held.decision().until().map(until -> " " + texts.get("Gate_Again", site().dates().minute(until))).orElse(""), false);
    }

    private void heading(String key) {
        Label heading = new Label(cards, SWT.NONE);
        heading.setText(texts.get(key));
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    }

    private void words(String text, boolean bold) {
        Label label = new Label(cards, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        if (bold) {
            label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        }
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(label);
    }

    private void record(Suggestion suggestion, Optional<ResponseKind> outcome, String reason) {
        if (line.isEmpty() || customer.isEmpty()) {
            return;
        }
        FrontLine service = line.get();
        Outcome happened = new Outcome(customer.get(), suggestion.campaign(), TALKING.get(Math.max(0, channel.getSelectionIndex())),
                suggestion.offer(), outcome, reason, USER);
        jobs.run("Front_Recording", cancellation -> service.record(happened, Instant.now()), recorded -> {
            placed = recorded.order();
            say(texts.get("Front_Recorded", suggestion.name(), outcome.map(words::of).orElse(texts.get("Front_NotYet"))));
            changed();
        }, this::say);
    }

    private void confirm(String code) {
        if (orders.isEmpty()) {
            return;
        }
        Orders service = orders.get();
        ContactChannel by = TALKING.get(Math.max(0, channel.getSelectionIndex()));
        jobs.run("Order_Confirm", cancellation -> {
            Orders.Order order = service.confirm(code, Instant.now(), by);
            return service.trials(Optional.empty(), Integer.MAX_VALUE).stream().filter(trial -> trial.order().equals(order.id()))
                    .findFirst();
        }, trial -> {
            placed = Optional.empty();
            say(texts.get("Front_Confirmed", trial.map(each -> texts.get("Front_ConfirmedTrial", each.end().toString())).orElse("")));
            changed();
        }, this::say);
    }
}
