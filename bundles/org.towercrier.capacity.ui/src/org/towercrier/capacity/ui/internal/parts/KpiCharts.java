package org.towercrier.capacity.ui.internal.parts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.KpiException;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.StoreJob;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.chart.ChartPane;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.ThemeTracker;

import jakarta.inject.Inject;

/** Makes charts of KPIs that are read in the background; the old chart stays until the new one is there. */
@Creatable
public final class KpiCharts {

    private static final int MOST_POINTS = 20_000;

    private final Texts texts;
    private final ThemeTracker themes;
    private final UISynchronize ui;
    private final NumberFormats numbers;
    private Kpis kpis;

    @Inject
    public KpiCharts(Texts texts, ThemeTracker themes, UISynchronize ui) {
        this.texts = texts;
        this.themes = themes;
        this.ui = ui;
        this.numbers = NumberFormats.of(texts.locale());
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Kpis service) {
        kpis = service;
    }

    /** Name of a KPI for people; the name itself when it is none of the defined ones. */
    String label(String kpi) {
        Kpis service = kpis;
        if (service == null) {
            return kpi;
        }
        try {
            return service.find(kpi).map(definition -> service.label(definition, texts.locale())).orElse(kpi);
        } catch (StoreException trouble) {
            ILog.of(KpiCharts.class).warn(trouble.getMessage(), trouble);
            return kpi;
        }
    }

    /** An empty chart. */
    Chart create(Composite parent) {
        return new Chart(parent);
    }

    /** One chart. */
    final class Chart {

        private final ChartPane pane;
        private StoreJob job;

        private Chart(Composite parent) {
            pane = new ChartPane(parent, UiMessages.of(texts.locale()), Dates.in(ZoneId.systemDefault()));
            themes.track(pane);
        }

        Control control() {
            return pane;
        }

        void clear() {
            cancel();
            if (!pane.isDisposed()) {
                pane.clear();
            }
        }

        void show(Evidence evidence) {
            cancel();
            if (evidence.readings().isEmpty()) {
                pane.clear();
            } else {
                pane.show(ChartModels.of(evidence, label(evidence.kpi()), texts.get("Evidence_Bad"), numbers));
            }
        }

        /** Shows a KPI of a cell over the last days of the measurements. */
        void show(String cell, String kpi, Kpis.Step step, Optional<Instant> latest, int days) {
            cancel();
            Kpis service = kpis;
            if (service == null || latest.isEmpty()) {
                clear();
                return;
            }
            job = new StoreJob(texts.get("Map_Job", kpi)) {
                @Override
                protected IStatus work(Cancellation cancellation) throws StoreException {
                    Kpis.Request request = new Kpis.Request(kpi, List.of(cell),
                            latest.map(end -> end.minus(Duration.ofDays(days))), latest, step, Kpis.Grouping.CELL,
                            ZoneId.systemDefault(), MOST_POINTS);
                    try {
                        Kpis.Series series = service.evaluate(request, cancellation);
                        ui.asyncExec(() -> loaded(this, service, series));
                        return Status.OK_STATUS;
                    } catch (KpiException broken) {
                        return Status.warning(broken.getMessage(), broken);
                    }
                }
            };
            job.setSystem(true);
            job.schedule();
        }

        private void loaded(StoreJob done, Kpis service, Kpis.Series series) {
            if (pane.isDisposed() || job != done) {
                return;
            }
            if (series.points().isEmpty()) {
                pane.clear();
                return;
            }
            String label = service.label(series.definition(), texts.locale());
            pane.show(ChartModels.of(label, label, series, numbers));
        }

        private void cancel() {
            if (job != null) {
                job.cancel();
                job = null;
            }
        }
    }
}
