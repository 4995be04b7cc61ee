package org.towercrier.campaign.ui.internal.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.CapacityChecks.CellLoad;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.campaign.ui.internal.page.CampaignPage;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.network.TopologyService;
import org.towercrier.store.Versioned;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.map.CellLayer;
import org.towercrier.ui.map.GraticuleLayer;
import org.towercrier.ui.map.MapCanvas;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** What a campaign adds to the cells in their busy hour: whom there is no room for, and what that costs in reach; in figures and on the map. */
public final class RoomPart extends CampaignPage<RoomPart.Shown> {

    private final SharedSelection selection;
    private Optional<CapacityChecks> checks = Optional.empty();
    private Optional<Campaigns> campaigns = Optional.empty();
    private Optional<TopologyService> topology = Optional.empty();
    private Combo colour;
    private NumbersPane strip;
    private MapCanvas map;
    private CellLayer layer;
    private DataTable<CellLoad> table;
    private List<TableColumn<CellLoad>> columns = List.of();
    private volatile Optional<RoomMap> names = Optional.empty();
    private boolean fitted;

    /** What was computed. @param map absent without a network */
    record Shown(CapacityChecks.Report report, Optional<RoomMap> map, RowSet<CellLoad> rows) {
    }

    @Inject
    public RoomPart(PartSite site, Texts texts, Words words, CampaignFeed feed, CampaignChoice choice, SharedSelection selection) {
        super(site, texts, words, feed, choice);
        this.selection = selection;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional CapacityChecks service,
            @org.eclipse.e4.core.di.annotations.Optional Campaigns documents,
            @org.eclipse.e4.core.di.annotations.Optional TopologyService network) {
        checks = Optional.ofNullable(service);
        campaigns = Optional.ofNullable(documents);
        topology = Optional.ofNullable(network);
        changed();
    }

    @Override
    protected boolean isReady() {
        return checks.isPresent() && campaigns.isPresent();
    }

    @Override
    protected void fillBar(Composite bar) {
        new Label(bar, SWT.NONE).setText(texts().get("Room_Colour"));
        colour = new Combo(bar, SWT.READ_ONLY);
        Stream.of(RoomMap.Colour.values()).forEach(each -> colour.add(texts().get("Room_" + each)));
        colour.select(0);
        colour.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> paint()));
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.MAP, texts().get("Part_Room"), texts().get("Empty_Room"));
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
        strip = new NumbersPane(whole);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        SashForm halves = new SashForm(whole, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        map = new MapCanvas(halves, site().messages());
        map.addLayer(new GraticuleLayer());
        layer = new CellLayer(site().messages());
        map.addLayer(layer);
        map.onSelection(ids -> select(ids));
        columns = columns();
        table = new DataTable<>(halves, columns, site().messages(), site().dates());
        table.setKey(CellLoad::cell);
        table.onSelection(rows -> {
            List<String> ids = rows.stream().map(CellLoad::cell).toList();
            map.setSelection(ids);
            selection.cells(new CellSelection(ids, this));
        });
        table.onOpen(row -> map.reveal(List.of(row.cell())));
        halves.setWeights(48, 52);
        site().track(strip, map, table);
        fitted = false;
        return whole;
    }

    private void select(List<String> ids) {
        table.select(Set.copyOf(ids));
        selection.cells(new CellSelection(ids, this));
    }

    private List<TableColumn<CellLoad>> columns() {
        return List.of(
                TableColumn
                        .<CellLoad>text("cell", texts().get("Room_Cell"), row -> names.map(map -> map.name(row.cell())).orElse(row.cell()))
                        .wide(150),
                TableColumn.<CellLoad>text("hour", texts().get("Room_BusyHour"),
                        row -> row.busyHour().map(hour -> "%02d:00".formatted(hour)).orElse("")).wide(84),
                TableColumn.<CellLoad>number("use", texts().get("Room_Use"), "%", 1, row -> row.use().orElse(Double.NaN)).wide(96),
                TableColumn.<CellLoad>number("after", texts().get("Room_USE_AFTER"), "%", 1, row -> row.useAfter().orElse(Double.NaN))
                        .wide(92)
                        .marked(row -> row.turnedAway() > 0 ? Optional.of(Severity.MAJOR) : Optional.empty()),
                TableColumn.<CellLoad>number("room", texts().get("Room_ROOM"), "Mbit", 0, row -> row.room().orElse(Double.NaN)).wide(96),
                TableColumn.<CellLoad>number("wanted", texts().get("Room_Wanted"), "Mbit", 1, CellLoad::wanted).wide(96),
                TableColumn.<CellLoad>number("added", texts().get("Room_ADDED"), "Mbit", 1, CellLoad::added).wide(96),
                TableColumn.<CellLoad>integer("members", texts().get("Room_Members"), "", CellLoad::members).wide(84),
                TableColumn.<CellLoad>integer("away", texts().get("Room_TURNED_AWAY"), "", CellLoad::turnedAway).wide(96));
    }

    @Override
    protected Reading<Shown> reading() {
        CapacityChecks service = checks.orElseThrow();
        Campaigns documents = campaigns.orElseThrow();
        Optional<TopologyService> network = topology;
        List<TableColumn<CellLoad>> of = columns;
        return (id, cancellation) -> {
            Optional<Campaign> campaign = documents.launched(id);
            if (campaign.isEmpty()) {
                campaign = documents.open(id).map(Versioned::root);
            }
            var report = service.check(campaign.orElseThrow(() -> new CampaignException("Campaign_Unknown", id)), cancellation);
            Optional<RoomMap> cells = network.isEmpty() ? Optional.empty()
                    : Optional.of(new RoomMap(network.get().load(), report.cells(), texts()));
            names = cells;
            return new Shown(report, cells, RowSet.of(of, report.cells(), site().messages()));
        };
    }

    @Override
    protected void show(Campaigns.Info campaign, Shown found) {
        strip.show(strip(found.report()));
        if (found.rows().columns().equals(columns)) {
            table.setRows(found.rows());
        }
        found.map().ifPresent(cells -> {
            layer.setCells(cells.cells(), cells.colouring(colour()));
            layer.setTips(cells::tip);
            map.refresh();
            if (!fitted) {
                fitted = true;
                map.fit();
            }
        });
        say(texts().get("Room_Said", site().numbers().measure(found.report().limit(), 1, "%"), found.report().idle(),
                found.report().unplaced() + found.report().unknown()));
    }

    private RoomMap.Colour colour() {
        return RoomMap.Colour.values()[Math.max(0, colour.getSelectionIndex())];
    }

    private void paint() {
        names.ifPresent(cells -> {
            layer.setColouring(cells.colouring(colour()));
            map.refresh();
        });
    }

    private List<NumbersPane.Number> strip(CapacityChecks.Report report) {
        NumberFormats numbers = site().numbers();
        return List.of(new NumbersPane.Number(texts().get("Room_Members"), numbers.integer(report.members()), ""),
                new NumbersPane.Number(texts().get("Room_Admitted"), numbers.integer(report.admitted()), share(report.admitted(), report),
                        Optional.of(Severity.CLEARED)),
                new NumbersPane.Number(texts().get("Room_OffPeak"), numbers.integer(report.offPeak()), share(report.offPeak(), report),
                        Optional.of(Severity.WARNING)),
                new NumbersPane.Number(texts().get("Room_Delayed"), numbers.integer(report.delayed()), share(report.delayed(), report),
                        Optional.of(Severity.MINOR)),
                new NumbersPane.Number(texts().get("Room_LeftOut"), numbers.integer(report.leftOut()), share(report.leftOut(), report),
                        Optional.of(Severity.CRITICAL)),
                new NumbersPane.Number(texts().get("Room_ReachLost"), numbers.percent(report.reachLost(), 1),
                        texts().get("Room_ValueForgone", numbers.decimal(report.valueForgone(), 0), numbers.decimal(report.value(), 0))));
    }

    private String share(long count, CapacityChecks.Report report) {
        return report.members() == 0 ? "" : texts().get("Room_Share", site().numbers().percent(count / (double) report.members(), 1));
    }
}
