package org.towercrier.capacity.ui.internal.parts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.data.SnapshotAddon;
import org.towercrier.capacity.ui.internal.data.StoreJob;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.ThemeTracker;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Why the selected alarm was raised: the rule and its arithmetic, the samples against the threshold, the history. */
public final class EvidencePart {

    private final Texts texts;
    private final ThemeTracker themes;
    private final UISynchronize ui;
    private final KpiCharts charts;
    private final Dates dates = Dates.in(ZoneId.systemDefault());
    private AlarmService alarms;
    private RuleSets rules;
    private Optional<String> shown = Optional.empty();
    private SashForm sash;
    private StyledText why;
    private KpiCharts.Chart chart;
    private Composite samples;
    private StoreJob job;

    @Inject
    public EvidencePart(Texts texts, ThemeTracker themes, UISynchronize ui, KpiCharts charts) {
        this.texts = texts;
        this.themes = themes;
        this.ui = ui;
        this.charts = charts;
    }

    @PostConstruct
    void build(Composite parent) {
        parent.setLayout(new FillLayout());
        sash = new SashForm(parent, SWT.HORIZONTAL);
        why = new StyledText(sash, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        why.setMargins(16, 8, 16, 8);
        why.setLineSpacing(3);
        why.setEditable(false);
        chart = charts.create(sash);
        samples = new Composite(sash, SWT.NONE);
        samples.setLayout(new FillLayout());
        sash.setWeights(32, 38, 30);
        empty();
        load();
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional AlarmService service,
            @org.eclipse.e4.core.di.annotations.Optional RuleSets sets) {
        alarms = service;
        rules = sets;
        load();
    }

    @Inject
    void snapshot(@org.eclipse.e4.core.di.annotations.Optional @Named(SnapshotAddon.SNAPSHOT) NetworkSnapshot loaded) {
        load();
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.ALARM) String alarm) {
        shown = Optional.ofNullable(alarm);
        load();
    }

    @Focus
    void focus() {
        why.setFocus();
    }

    /** What is read of an alarm away from the window. */
    private record Loaded(Alarm alarm, String ruleSet, Optional<Evidence> evidence, List<HistoryEntry> history) {
    }

    private void load() {
        if (why == null || why.isDisposed()) {
            return;
        }
        if (job != null) {
            job.cancel();
        }
        AlarmService service = alarms;
        RuleSets sets = rules;
        if (shown.isEmpty() || service == null) {
            empty();
            return;
        }
        String id = shown.get();
        job = new StoreJob(texts.get("Part_Evidence")) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                Optional<Alarm> alarm = service.find(id);
                List<HistoryEntry> history = service.history(id);
                Optional<RuleSet> set = alarm.isPresent() && sets != null ? sets.find(alarm.get().ruleSet()) : Optional.empty();
                String name = set.map(RuleSet::getLabel).orElseGet(() -> alarm.map(Alarm::ruleSet).orElse(""));
                ui.asyncExec(() -> alarm.ifPresentOrElse(
                        found -> show(new Loaded(found, name, Evidence.parse(found.evidence()), history)), EvidencePart.this::empty));
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        job.schedule();
    }

    private void empty() {
        if (!why.isDisposed()) {
            why.setText(texts.get("Evidence_Select"));
            chart.clear();
            clearSamples();
        }
    }

    private void show(Loaded loaded) {
        if (why.isDisposed() || !shown.equals(Optional.of(loaded.alarm().id()))) {
            return;
        }
        StringBuilder text = new StringBuilder();
        List<StyleRange> styles = new ArrayList<>();
        for (EvidenceText.Paragraph paragraph : EvidenceText.of(loaded.alarm(), loaded.ruleSet(), loaded.evidence(), loaded.history(),
                charts::label, texts, dates)) {
            if (paragraph.heading()) {
                text.append('\n');
                styles.add(new StyleRange(text.length(), paragraph.text().length(), null, null, SWT.BOLD));
            }
            text.append(paragraph.text()).append('\n');
        }
        why.setText(text.toString());
        why.setStyleRanges(styles.toArray(StyleRange[]::new));
        loaded.evidence().ifPresentOrElse(evidence -> {
            chart.show(evidence);
            showSamples(evidence);
        }, () -> {
            chart.clear();
            clearSamples();
        });
    }

    private void clearSamples() {
        for (var child : samples.getChildren()) {
            child.dispose();
        }
    }

    private void showSamples(Evidence evidence) {
        clearSamples();
        Set<String> names = new LinkedHashSet<>();
        evidence.readings().forEach(reading -> names.addAll(reading.values().keySet()));
        List<TableColumn<Evidence.Reading>> columns = new ArrayList<>();
        columns.add(TableColumn.<Evidence.Reading>time("start", texts.get("Evidence_Begin"), reading -> Optional.of(reading.start())));
        int number = 0;
        for (String name : names) {
            columns.add(TableColumn.<Evidence.Reading>number("value" + number++, charts.label(name), "", 2,
                    reading -> reading.values().getOrDefault(name, Double.NaN)).wide(150));
        }
        columns.add(TableColumn.<Evidence.Reading>choice("verdict", texts.get("Evidence_Verdict"), List.of(),
                reading -> texts.get("Verdict_" + reading.verdict().name())));
        UiMessages messages = UiMessages.of(texts.locale());
        DataTable<Evidence.Reading> table = new DataTable<>(samples, columns, messages, dates);
        table.setRows(RowSet.of(columns, evidence.readings(), messages));
        themes.track(table);
        samples.layout(true, true);
    }
}
