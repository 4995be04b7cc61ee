package org.towercrier.capacity.ui.internal.parts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.SelectedAlarm;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.StoreException;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Why the selected alarm was raised: the rule and its arithmetic, the samples against the threshold, the history. */
public final class EvidencePart extends SelectedAlarmPart<EvidencePart.Loaded> {

    /** Widths of the columns of samples, pixels: so that the names of KPIs can be read. */
    private static final int LETTER = 8;
    private static final int SORT_ROOM = 28;
    private static final int LEAST_COLUMN = 96;
    private static final int WIDEST_COLUMN = 260;

    private final KpiCharts charts;
    private volatile RuleSets rules;
    private StyledText why;
    private KpiCharts.Chart chart;
    private Composite samples;

    @Inject
    public EvidencePart(PartSite site, Texts texts, KpiCharts charts, Navigation navigation, SelectedAlarm selected) {
        super(site, texts, navigation, selected);
        this.charts = charts;
    }

    @Override
    protected Control createContent(StatePane parent) {
        offerAlarms(parent, "Part_Evidence");
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        why = new StyledText(sash, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        why.setMargins(16, 8, 16, 8);
        why.setLineSpacing(3);
        why.setEditable(false);
        chart = charts.create(sash);
        samples = new Composite(sash, SWT.NONE);
        samples.setLayout(new FillLayout());
        sash.setWeights(32, 38, 30);
        return sash;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional RuleSets sets) {
        rules = sets;
        changed();
    }

    /** What is read of an alarm away from the window. */
    record Loaded(Alarm alarm, String ruleSet, Optional<Evidence> evidence, List<HistoryEntry> history,
            Map<String, String> kpis) {

        String kpi(String name) {
            return kpis.getOrDefault(name, name);
        }
    }

    @Override
    protected Optional<Loaded> read(AlarmService service, String id) throws StoreException {
        RuleSets sets = rules;
        Optional<Alarm> alarm = service.find(id);
        if (alarm.isEmpty()) {
            return Optional.empty();
        }
        Optional<RuleSet> set = sets == null ? Optional.empty() : sets.find(alarm.get().ruleSet());
        return Optional.of(new Loaded(alarm.get(), set.map(RuleSet::getLabel).orElseGet(alarm.get()::ruleSet),
                Evidence.parse(alarm.get().evidence()), service.history(id), charts.labels()));
    }

    @Override
    protected void show(Loaded loaded) {
        StringBuilder text = new StringBuilder();
        List<StyleRange> styles = new ArrayList<>();
        for (EvidenceText.Paragraph paragraph : EvidenceText.of(loaded.alarm(), loaded.ruleSet(), loaded.evidence(), loaded.history(),
                loaded::kpi, texts(), site().dates())) {
            if (paragraph.heading()) {
                text.append('\n');
                styles.add(new StyleRange(text.length(), paragraph.text().length(), null, null, SWT.BOLD));
            }
            text.append(paragraph.text()).append('\n');
        }
        why.setText(text.toString());
        why.setStyleRanges(styles.toArray(StyleRange[]::new));
        clearSamples();
        loaded.evidence().ifPresentOrElse(evidence -> {
            chart.show(evidence, loaded.kpi(evidence.kpi()));
            showSamples(evidence, loaded);
        }, chart::clear);
    }

    private void clearSamples() {
        for (var child : samples.getChildren()) {
            child.dispose();
        }
    }

    private void showSamples(Evidence evidence, Loaded loaded) {
        Set<String> names = new LinkedHashSet<>();
        evidence.readings().forEach(reading -> names.addAll(reading.values().keySet()));
        List<TableColumn<Evidence.Reading>> columns = new ArrayList<>();
        columns.add(TableColumn.<Evidence.Reading>time("start", texts().get("Evidence_Begin"), reading -> Optional.of(reading.start())));
        int number = 0;
        for (String name : names) {
            String label = loaded.kpi(name);
            columns.add(TableColumn.<Evidence.Reading>number("value" + number++, label, "", 2,
                    reading -> reading.values().getOrDefault(name, Double.NaN))
                    .wide(Math.clamp(label.length() * LETTER + SORT_ROOM, LEAST_COLUMN, WIDEST_COLUMN)));
        }
        columns.add(TableColumn.<Evidence.Reading>choice("verdict", texts().get("Evidence_Verdict"), List.of(),
                reading -> texts().get("Verdict_" + reading.verdict().name())));
        DataTable<Evidence.Reading> table = new DataTable<>(samples, columns, site().messages(), site().dates());
        table.setRows(RowSet.of(columns, evidence.readings(), site().messages()));
        site().track(table);
        samples.layout(true, true);
    }
}
