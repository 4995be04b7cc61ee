package org.towercrier.capacity.ui.internal.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.KpiException;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.forecast.ForecastPicture;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.forecast.ForecastChart;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.chart.ChartPane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.ExplainedException;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Makes charts of KPIs that are read in the background; the old chart stays until the new one is there. */
@Creatable
public final class KpiCharts {

    private static final int MOST_POINTS = 20_000;

    private final Texts texts;
    private final PartSite site;
    private Kpis kpis;

    @Inject
    public KpiCharts(Texts texts, PartSite site) {
        this.texts = texts;
        this.site = site;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Kpis service) {
        kpis = service;
    }

    /** Names of KPIs for people by their names; reads the store. */
    Map<String, String> labels() throws StoreException {
        Kpis service = kpis;
        Map<String, String> labels = new HashMap<>();
        if (service != null) {
            service.list().forEach(kpi -> labels.put(kpi.getName(), service.label(kpi, texts.locale())));
        }
        return labels;
    }

    /** Evaluates a KPI; what is wrong with it is said in the name people know it by. */
    Kpis.Series evaluate(Kpis service, Kpis.Request request, Cancellation cancellation)
            throws StoreException, ExplainedException {
        try {
            return service.evaluate(request, cancellation);
        } catch (KpiException broken) {
            throw new ExplainedException(texts.get("Kpi_Failed", labels().getOrDefault(request.kpi(), request.kpi()),
                    broken.getLocalizedMessage()), texts.get("Kpi_Failed_Remedy"), broken);
        }
    }

    /** An empty chart. */
    Chart create(Composite parent) {
        return new Chart(parent);
    }

    /** One chart, with its own faces: what cannot be evaluated is said in its place. */
    final class Chart {

        private final StatePane faces;
        private final ChartPane pane;
        private final PaneLoader loader;

        private Chart(Composite parent) {
            faces = new StatePane(parent, site.messages(), site.themes());
            pane = new ChartPane(faces, site.messages(), site.dates());
            faces.setContent(pane);
            loader = new PaneLoader(site, faces);
            site.track(pane);
        }

        Control control() {
            return faces;
        }

        void clear() {
            loader.cancel();
            if (!pane.isDisposed()) {
                pane.clear();
                faces.showContent();
            }
        }

        /** Shows the samples that an alarm was raised on. */
        void show(Evidence evidence, String label) {
            clear();
            if (!evidence.readings().isEmpty()) {
                pane.show(ForecastPicture.of(evidence)
                        .map(picture -> ForecastChart.of(picture, evidence.rule(), label, texts, site.zone()))
                        .orElseGet(() -> ChartModels.of(evidence, label, texts.get("Evidence_Bad"), site.numbers())));
            }
        }

        /** Shows a KPI of a cell over the last days of the measurements. */
        void show(String cell, String kpi, Kpis.Step step, Optional<Instant> latest, int days) {
            Kpis service = kpis;
            if (service == null || latest.isEmpty()) {
                clear();
                return;
            }
            Kpis.Request request = new Kpis.Request(kpi, List.of(cell), latest.map(end -> end.minus(Duration.ofDays(days))), latest, step,
                    Kpis.Grouping.CELL, site.zone(), MOST_POINTS);
            loader.load(cancellation -> evaluate(service, request, cancellation), series -> show(service, series));
        }

        private void show(Kpis service, Kpis.Series series) {
            String label = service.label(series.definition(), texts.locale());
            if (series.points().stream().allMatch(point -> point.value().isEmpty())) {
                pane.clear();
                faces.setEmpty(Icon.CHART, label, texts.get("Empty_Kpi"));
                faces.showEmpty();
            } else {
                pane.show(ChartModels.of(label, label, series, site.numbers()));
            }
        }
    }
}
