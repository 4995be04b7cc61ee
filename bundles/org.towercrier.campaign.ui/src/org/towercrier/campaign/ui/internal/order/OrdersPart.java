package org.towercrier.campaign.ui.internal.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.Orders;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.CampaignJobs;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.campaign.ui.internal.page.RichText;
import org.towercrier.model.campaign.OrderState;
import org.towercrier.model.campaign.TrialState;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.ui.CustomerSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;
import org.towercrier.ui.view.Views;

import jakarta.inject.Inject;

/** Orders that wait for their second confirmation, trials that end, and beside them the evidence of what the customer was shown and said. */
public final class OrdersPart extends TablePart<OrderRow> {

    private static final int CODE_WIDTH = 220;
    private static final String PART_CUSTOMER = "org.towercrier.part.customer";

    private final Texts texts;
    private final Words words;
    private final CampaignFeed feed;
    private final CampaignJobs jobs;
    private final SharedSelection selection;
    private final Views views;
    private Optional<Orders> orders = Optional.empty();
    private Text code;
    private Text why;
    private Button cancel;
    private Label said;
    private RichText evidence;
    private EvidenceWords links;

    @Inject
    public OrdersPart(PartSite site, Texts texts, Words words, CampaignFeed feed, CampaignJobs jobs, SharedSelection selection,
            Views views) {
        super(site);
        this.texts = texts;
        this.words = words;
        this.feed = feed;
        this.jobs = jobs;
        this.selection = selection;
        this.views = views;
        feed.follow(this::changed);
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional Orders service) {
        orders = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(texts.get("Order_Code"));
        code = new Text(bar, SWT.BORDER);
        code.setMessage(texts.get("Order_Code_Message"));
        code.setToolTipText(texts.get("Order_Code_Tip"));
        GridDataFactory.swtDefaults().hint(CODE_WIDTH, SWT.DEFAULT).applyTo(code);
        code.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> confirm()));
        Buttons.push(bar, texts, "Order_Confirm", this::confirm);
        why = new Text(bar, SWT.BORDER);
        why.setMessage(texts.get("Front_Reason"));
        GridDataFactory.swtDefaults().hint(CODE_WIDTH, SWT.DEFAULT).applyTo(why);
        cancel = Buttons.push(bar, texts, "Order_Cancel", this::cancel);
        cancel.setEnabled(false);
        Buttons.push(bar, texts, "Order_Upkeep", this::upkeep);
        Buttons.push(bar, texts, "Order_Verify", this::verify);
        int fields = bar.getChildren().length;
        said = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().span(fields, 1).grab(true, false).exclude(true).hint(10, SWT.DEFAULT).applyTo(said);
        GridLayoutFactory.fillDefaults().numColumns(fields).margins(8, 4).spacing(8, 4).applyTo(bar);
    }

    @Override
    protected List<TableColumn<OrderRow>> columns() {
        return List.of(
                TableColumn.<OrderRow>text("customer", texts.get("Gate_Customer"), row -> row.order().customer()).wide(130),
                TableColumn.<OrderRow>text("campaign", texts.get("Board_Name"), OrderRow::campaign).wide(190),
                TableColumn.<OrderRow>text("offer", texts.get("Order_Offer"), row -> String.valueOf(row.order().offer())).wide(90),
                TableColumn.<OrderRow>choice("state", texts.get("Board_State"), OrderState.VALUES.stream().map(words::of).toList(),
                        row -> words.of(row.order().state())).wide(110).marked(row -> mark(row.order().state())),
                TableColumn.<OrderRow>number("price", texts.get("Order_Price"), "", 2, row -> row.order().price().orElse(Double.NaN))
                        .wide(80),
                TableColumn.<OrderRow>number("term", texts.get("Order_Term"), texts.get("Order_Months"), 0,
                        row -> row.order().term().map(Integer::doubleValue).orElse(Double.NaN)).wide(100),
                TableColumn.<OrderRow>time("requested", texts.get("Order_Requested"), row -> row.order().requested()),
                TableColumn.<OrderRow>time("until", texts.get("Order_Until"), OrderRow::waitsUntil),
                TableColumn.<OrderRow>time("confirmed", texts.get("Order_Confirmed"), row -> row.order().confirmed()),
                TableColumn.<OrderRow>choice("trial", texts.get("Order_Trial"), TrialState.VALUES.stream().map(words::of).toList(),
                        row -> words.of(row.trialState())).wide(100),
                TableColumn.<OrderRow>text("trialend", texts.get("Order_TrialEnd"), row -> row.trialEnd().map(Object::toString).orElse(""))
                        .wide(100),
                TableColumn.<OrderRow>text("id", texts.get("Order_Id"), row -> row.order().id()).hidden());
    }

    private static Optional<Severity> mark(OrderState state) {
        return switch (state) {
            case REQUESTED -> Optional.of(Severity.MINOR);
            case CONFIRMED, FULFILLED -> Optional.of(Severity.CLEARED);
            case CANCELLED, EXPIRED -> Optional.of(Severity.INDETERMINATE);
        };
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.REPORT, texts.get("Part_Orders"), texts.get("Empty_Orders"));
        SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
        createTable(halves);
        evidence = new RichText(halves);
        links = new EvidenceWords(evidence, texts, words, site().dates());
        links.nothing();
        halves.setWeights(66, 34);
        return halves;
    }

    @Override
    protected void prepare(DataTable<OrderRow> table) {
        table.setKey(row -> row.order().id());
        table.onSelection(this::selected);
        table.onOpen(row -> open(row.order().customer()));
        table.onMenu(this::fill);
    }

    private void fill(Menu menu) {
        List<OrderRow> rows = table().selection();
        item(menu, "Gate_OpenCustomer", rows.size() == 1, () -> open(rows.getFirst().order().customer()));
        item(menu, "Order_Cancel", rows.size() == 1 && rows.getFirst().isOpen(), this::cancel);
    }

    private void item(Menu menu, String key, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get(key));
        item.setEnabled(enabled);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private void open(String customer) {
        selection.customers(new CustomerSelection(List.of(customer), this));
        views.show(WorkbenchIds.PERSPECTIVE_MARKETING, PART_CUSTOMER);
    }

    private void selected(List<OrderRow> rows) {
        cancel.setEnabled(rows.size() == 1 && rows.getFirst().isOpen());
        if (rows.size() == 1 && orders.isPresent()) {
            String customer = rows.getFirst().order().customer();
            Orders service = orders.get();
            selection.customers(new CustomerSelection(List.of(customer), this));
            jobs.run("Order_Evidence", cancellation -> service.evidence(customer, Optional.empty()), found -> links.show(customer, found),
                    this::say);
        }
    }

    private void say(String text) {
        if (!said.isDisposed()) {
            said.setText(text.replace("&", "&&"));
            said.setToolTipText(text.isEmpty() ? null : text);
            ((GridData) said.getLayoutData()).exclude = text.isEmpty();
            said.setVisible(!text.isEmpty());
            said.requestLayout();
        }
    }

    private <T> void act(String key, CampaignJobs.Work<T> work, Consumer<T> done) {
        jobs.run(key, work, result -> {
            if (isBuilt()) {
                done.accept(result);
                changed();
                selected(table().selection());
            }
        }, this::say);
    }

    private void confirm() {
        String token = code.getText().strip();
        if (orders.isPresent() && !token.isEmpty()) {
            Orders service = orders.get();
            act("Order_Confirm", cancellation -> service.confirm(token, Instant.now(), ContactChannel.HALL), order -> {
                code.setText("");
                say(texts.get("Order_IsConfirmed", order.customer(), words.of(order.state())));
            });
        }
    }

    private void cancel() {
        List<OrderRow> rows = table().selection();
        if (orders.isPresent() && rows.size() == 1) {
            Orders service = orders.get();
            String id = rows.getFirst().order().id();
            String reason = Optional.of(why.getText().strip()).filter(typed -> !typed.isEmpty())
                    .orElseGet(() -> texts.get("Order_CancelReason"));
            act("Order_Cancel", cancellation -> service.cancel(id, Instant.now(), ContactChannel.HALL, reason), order -> {
                why.setText("");
                say(texts.get("Order_IsCancelled", order.customer()));
            });
        }
    }

    private void upkeep() {
        orders.ifPresent(service -> act("Order_Upkeep", cancellation -> service.upkeep(Instant.now()),
                done -> say(texts.get("Order_Looked", done.reminders().size(), done.ended(), done.lapsed()))));
    }

    private void verify() {
        orders.ifPresent(service -> act("Order_Verify", cancellation -> service.verify(),
                found -> say(found.ok() ? texts.get("Order_ChainOk", found.links()) : texts.get("Order_ChainBroken", found.reason()))));
    }

    @Override
    protected void refresh() {
        Optional<Campaigns> campaigns = feed.campaigns();
        if (orders.isEmpty() || campaigns.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        Orders service = orders.get();
        show(cancellation -> OrderRow.read(service, campaigns.get()));
    }
}
