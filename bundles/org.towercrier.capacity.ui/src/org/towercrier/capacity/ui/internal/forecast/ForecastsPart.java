package org.towercrier.capacity.ui.internal.forecast;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.forecast.ForecastPicture;
import org.towercrier.capacity.forecast.Forecasts;
import org.towercrier.capacity.forecast.LoadForecast;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.chart.ChartPane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.ExplainedException;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;

/** When the capacity of each cell and physical sector runs out, or why that cannot be said. */
public final class ForecastsPart extends TablePart<ForecastColumns.Row> {

    /** Days ahead on the chart. */
    private static final int SHOWN = 120;

    private final Texts texts;
    private final NetworkFeed network;
    private final SharedSelection selection;
    private final Navigation navigation;
    private Forecasts forecasts;
    private RuleSets ruleSets;
    private Kpis kpis;
    private ChartPane chart;
    private StyledText words;
    private Optional<Made> made = Optional.empty();

    /** What forecasts were made from: they are made again only when that is another. */
    private record Made(Forecasts service, RuleSet rules, long samples, Optional<Instant> latest, Locale locale,
            List<ForecastColumns.Row> rows) {

        boolean isFor(Forecasts other, RuleSet active, NetworkSnapshot snapshot, Locale language) {
            return service == other && samples == snapshot.samples() && latest.equals(snapshot.latestSample())
                    && locale.equals(language) && EcoreUtil.equals(rules, active);
        }
    }

    @Inject
    public ForecastsPart(PartSite site, Texts texts, NetworkFeed network, SharedSelection selection, Navigation navigation) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.selection = selection;
        this.navigation = navigation;
        network.follow(this, this::changed);
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional Forecasts service,
            @org.eclipse.e4.core.di.annotations.Optional RuleSets sets, @org.eclipse.e4.core.di.annotations.Optional Kpis figures) {
        forecasts = service;
        ruleSets = sets;
        kpis = figures;
        changed();
    }

    @Override
    protected List<TableColumn<ForecastColumns.Row>> columns() {
        return ForecastColumns.of(texts);
    }

    @Override
    protected void prepare(DataTable<ForecastColumns.Row> table) {
        table.setKey(ForecastColumns.Row::key);
        table.onSelection(this::select);
        table.onOpen(row -> navigation.show(CapacityIds.PART_CELL));
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.CHART, texts.get("Part_Forecasts"), texts.get("Empty_Forecasts")).button(texts.get("Empty_Import"),
                navigation::importFiles);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        createTable(sash);
        chart = new ChartPane(sash, site().messages(), site().dates());
        chart.clear();
        site().track(chart);
        words = new StyledText(sash, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        words.setMargins(16, 8, 16, 8);
        words.setLineSpacing(3);
        words.setEditable(false);
        sash.setWeights(42, 36, 22);
        return sash;
    }

    @Override
    protected void refresh() {
        Forecasts service = forecasts;
        RuleSets sets = ruleSets;
        Kpis figures = kpis;
        NetworkSnapshot current = network.snapshot();
        if (service == null || sets == null || figures == null || !network.isShown(pane(), current.samples() == 0)) {
            loader().cancel();
            return;
        }
        show(cancellation -> rows(service, sets, figures, current, cancellation));
    }

    private List<ForecastColumns.Row> rows(Forecasts service, RuleSets sets, Kpis figures, NetworkSnapshot current,
            Cancellation cancellation) throws StoreException, ExplainedException {
        try {
            RuleSet active = sets.active();
            Optional<Made> before = made;
            if (before.isPresent() && before.get().isFor(service, active, current, texts.locale())) {
                return before.get().rows();
            }
            Map<String, String> labels = new HashMap<>();
            figures.list().forEach(kpi -> labels.put(kpi.getName(), figures.label(kpi, texts.locale())));
            Map<String, CellInfo> cells = current.cellsById();
            List<ForecastColumns.Row> rows = service.forecasts(Forecasts.Request.all(site().zone()), cancellation).stream()
                    .map(each -> new ForecastColumns.Row(each, name(each, cells), labels.getOrDefault(each.kpi(), each.kpi()))).toList();
            made = Optional.of(new Made(service, active, current.samples(), current.latestSample(), texts.locale(), rows));
            return rows;
        } catch (RuleSetException broken) {
            throw new ExplainedException(broken.getLocalizedMessage(), texts.get("Forecast_Remedy"), broken);
        }
    }

    private String name(LoadForecast forecast, Map<String, CellInfo> cells) {
        if (forecast.subject().sector()) {
            return texts.get("Forecast_Sector", forecast.subject().object(), forecast.subject().cells().size());
        }
        return Optional.ofNullable(cells.get(forecast.subject().cell())).map(CellInfo::name).orElse(forecast.subject().object());
    }

    private void select(List<ForecastColumns.Row> rows) {
        selection.cells(new CellSelection(rows.stream().flatMap(row -> row.forecast().subject().cells().stream()).distinct().toList(),
                this));
        if (rows.isEmpty()) {
            chart.clear();
            words.setText("");
            return;
        }
        ForecastColumns.Row row = rows.getLast();
        words.setText(row.forecast().sentences().stream()
                .map(sentence -> ForecastColumns.named(sentence, row).text(texts.locale())).collect(Collectors.joining("\n")));
        if (row.forecast().history().length == 0) {
            chart.clear();
        } else {
            chart.show(ForecastChart.of(ForecastPicture.of(row.forecast(), site().zone(), SHOWN), row.name(), row.kpi(), texts,
                    site().zone()));
        }
    }
}
