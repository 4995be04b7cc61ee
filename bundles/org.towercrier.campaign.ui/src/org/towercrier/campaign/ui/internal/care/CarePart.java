package org.towercrier.campaign.ui.internal.care;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.campaign.CareCampaigns;
import org.towercrier.campaign.CareCampaigns.Suggested;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.network.CellColumns;
import org.towercrier.network.TopologyService;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;

/** Alarms that marketing waits for, with the customers behind them, and the care campaign that was or can be made of each. */
public final class CarePart extends TablePart<Suggested> {

    private static final int MOST = 2_000;

    private final Texts texts;
    private final CampaignChoice choice;
    private final Commands commands;
    private final SharedSelection selection;
    private Optional<CareCampaigns> care = Optional.empty();
    private Optional<TopologyService> topology = Optional.empty();
    private volatile Map<String, String> names = Map.of();
    private Button make;
    private Label said;

    @Inject
    public CarePart(PartSite site, Texts texts, CampaignFeed feed, CampaignChoice choice, Commands commands, SharedSelection selection) {
        super(site);
        this.texts = texts;
        this.choice = choice;
        this.commands = commands;
        this.selection = selection;
        feed.follow(this::changed);
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional CareCampaigns service,
            @org.eclipse.e4.core.di.annotations.Optional TopologyService network) {
        care = Optional.ofNullable(service);
        topology = Optional.ofNullable(network);
        changed();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void refused(@UIEventTopic(CareNotice.TOPIC) String sentence) {
        if (isBuilt()) {
            said.setText(sentence.replace("&", "&&"));
            said.setToolTipText(sentence);
        }
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        make = new Button(bar, SWT.PUSH);
        make.setText(texts.get("Care_Make"));
        make.setToolTipText(texts.get("Care_Make_Tip"));
        make.setEnabled(false);
        make.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> table().selection().stream().findFirst().ifPresent(this::make)));
        said = new Label(bar, SWT.NONE);
        said.setText(texts.get("Care_Said"));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT).applyTo(said);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).spacing(8, 0).applyTo(bar);
    }

    private void make(Suggested alarm) {
        alarm.campaign().ifPresentOrElse(choice::edit,
                () -> commands.run(CampaignIds.COMMAND_CARE, Map.of(CampaignIds.PARAMETER_ALARM, alarm.alarm())));
    }

    @Override
    protected List<TableColumn<Suggested>> columns() {
        return List.of(
                TableColumn.<Suggested>severity("severity", texts.get("Care_Severity"), row -> Severity.named(row.severity())),
                TableColumn.<Suggested>text("cell", texts.get("Room_Cell"), row -> names.getOrDefault(row.cell(), row.cell())).wide(190),
                TableColumn.<Suggested>text("problem", texts.get("Care_Problem"), row -> row.problem().orElse("")).wide(360),
                TableColumn.<Suggested>integer("customers", texts.get("Care_Customers"), "", Suggested::customers).wide(190),
                TableColumn.<Suggested>text("campaign", texts.get("Care_Campaign"), row -> row.campaign().orElse("")).wide(220));
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.USERS, texts.get("Part_Care"), texts.get("Empty_Care"));
        return createTable(parent);
    }

    @Override
    protected void prepare(DataTable<Suggested> table) {
        table.setKey(Suggested::alarm);
        table.onSelection(rows -> {
            make.setEnabled(rows.size() == 1);
            if (rows.size() == 1) {
                make.setText(texts.get(rows.getFirst().campaign().isPresent() ? "Care_Open" : "Care_Make"));
                make.getParent().layout();
                selection.cells(new CellSelection(List.of(rows.getFirst().cell()), this));
            }
        });
        table.onOpen(this::make);
        table.onMenu(this::fill);
    }

    private void fill(Menu menu) {
        List<Suggested> rows = table().selection();
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get(rows.size() == 1 && rows.getFirst().campaign().isPresent() ? "Care_Open" : "Care_Make"));
        item.setEnabled(rows.size() == 1);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> make(rows.getFirst())));
    }

    @Override
    protected void refresh() {
        if (care.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        CareCampaigns service = care.get();
        Optional<TopologyService> network = topology;
        show(cancellation -> {
            List<Suggested> found = service.suggested(MOST, cancellation);
            names = network.isEmpty() ? Map.of() : names(network.get().load().cells(), found);
            return found;
        });
    }

    private static Map<String, String> names(CellColumns cells, List<Suggested> alarms) {
        Map<String, String> names = new HashMap<>();
        for (Suggested alarm : alarms) {
            OptionalInt index = cells.indexOf(alarm.cell());
            if (index.isPresent() && !cells.name(index.getAsInt()).isBlank()) {
                names.put(alarm.cell(), cells.name(index.getAsInt()));
            }
        }
        return names;
    }
}
