package org.towercrier.capacity.ui.internal.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.capacity.simulation.SimulationResult;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.ui.chart.ChartPane;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.view.PartSite;

/** What came of a simulation: figures, alarms a day, and the time line of a cell beside the table of all cells. */
final class SimulationPage extends Composite {

    private final PartSite site;
    private final Texts texts;
    private final Map<String, String> names = new HashMap<>();
    private final NumbersPane figures;
    private final ChartPane chart;
    private final StretchCanvas stretches;
    private Optional<SimulationResult> result = Optional.empty();

    /** @param table places the table of the cells */
    SimulationPage(Composite parent, PartSite site, Texts texts, Consumer<Composite> table) {
        super(parent, SWT.NONE);
        this.site = site;
        this.texts = texts;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        figures = new NumbersPane(this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(figures);
        SashForm halves = new SashForm(this, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        chart = new ChartPane(halves, site.messages(), site.dates());
        SashForm below = new SashForm(halves, SWT.HORIZONTAL);
        table.accept(below);
        stretches = new StretchCanvas(below, texts, site.dates());
        halves.setWeights(2, 3);
        below.setWeights(1, 1);
        site.track(figures, chart, stretches);
    }

    /**
     * Shows a result.
     *
     * @param cells  names of the cells by id
     * @param labels names of the rule sets
     */
    void show(SimulationResult found, Map<String, String> cells, UnaryOperator<String> labels) {
        result = Optional.of(found);
        names.clear();
        names.putAll(cells);
        figures.show(SimulationModels.figures(found, texts, site.numbers()));
        chart.show(SimulationModels.perDay(found, texts, labels));
    }

    /** Shows the time line of a cell. */
    void showCell(String cell) {
        result.ifPresent(found -> stretches.show(names.getOrDefault(cell, cell), SimulationModels.lanes(found, cell, texts), found.from(),
                found.to()));
    }
}
