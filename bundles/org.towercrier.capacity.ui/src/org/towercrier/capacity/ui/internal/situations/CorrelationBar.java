package org.towercrier.capacity.ui.internal.situations;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.alarm.SituationScope;

/** How alarms are joined into situations: time, area, and what they have to have in common. */
final class CorrelationBar {

    private static final List<SituationScope> SCOPES = List.of(SituationScope.PHYSICAL_SECTOR, SituationScope.SITE,
            SituationScope.NEIGHBOURHOOD, SituationScope.AREA);
    private static final int DAY = (int) Duration.ofDays(1).toMinutes();
    private static final int FARTHEST = 50_000;
    private static final int RADIUS_STEP = 100;
    private static final int MOST_PLACES = 99;

    private final Texts texts;
    private final Composite bar;
    private final Spinner window;
    private final Spinner radius;
    private final Spinner places;
    private final Map<SituationScope, Button> scopes = new EnumMap<>(SituationScope.class);
    private final Button apply;
    private CorrelationSettings stored = CorrelationSettings.DEFAULT;

    /** @param wanted is told what somebody wants from now on */
    CorrelationBar(Composite parent, Texts texts, Consumer<CorrelationSettings> wanted) {
        this.texts = texts;
        bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        window = spinner("Window", "Minutes", 1, DAY, 5);
        radius = spinner("Radius", "Metres", 0, FARTHEST, RADIUS_STEP);
        places = spinner("Places", "", 2, MOST_PLACES, 1);
        label("By");
        for (SituationScope scope : SCOPES) {
            Button box = new Button(bar, SWT.CHECK);
            box.setText(texts.get("Correlation_" + scope.getLiteral()));
            box.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> edited()));
            scopes.put(scope, box);
        }
        apply = new Button(bar, SWT.PUSH);
        apply.setText(texts.get("Correlation_Apply"));
        apply.setToolTipText(texts.get("Correlation_Apply_Tip"));
        apply.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            apply.setEnabled(false);
            wanted.accept(settings());
        }));
        RowLayoutFactory.swtDefaults().center(true).margins(8, 4).spacing(8).applyTo(bar);
        show(stored);
    }

    private void label(String key) {
        new Label(bar, SWT.NONE).setText(texts.get("Correlation_" + key));
    }

    private Spinner spinner(String name, String unit, int least, int most, int step) {
        label(name);
        Spinner spinner = new Spinner(bar, SWT.BORDER);
        spinner.setValues(least, least, most, 0, step, step * 10);
        spinner.setToolTipText(texts.get("Correlation_" + name + "_Tip"));
        spinner.addModifyListener(event -> edited());
        if (!unit.isEmpty()) {
            label(unit);
        }
        return spinner;
    }

    /** Shows what holds now; what somebody has changed and not applied yet stays. */
    void show(CorrelationSettings settings) {
        if (bar.isDisposed() || apply.isEnabled() && !settings.equals(stored)) {
            stored = settings;
            return;
        }
        stored = settings;
        window.setSelection((int) settings.window().toMinutes());
        radius.setSelection((int) Math.round(settings.areaRadius()));
        places.setSelection(settings.areaMinimum());
        scopes.forEach((scope, box) -> box.setSelection(settings.scopes().contains(scope)));
        edited();
    }

    /** What is asked for. What cannot be shown in whole minutes and metres stays as it is until it is changed. */
    private CorrelationSettings settings() {
        Set<SituationScope> chosen = scopes.entrySet().stream().filter(each -> each.getValue().getSelection()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Duration time = window.getSelection() == stored.window().toMinutes() ? stored.window() : Duration.ofMinutes(window.getSelection());
        double metres = radius.getSelection() == Math.round(stored.areaRadius()) ? stored.areaRadius() : radius.getSelection();
        return new CorrelationSettings(time, metres, places.getSelection(), chosen);
    }

    /** Nothing in common is no way to join: the last box stays ticked. */
    private void edited() {
        if (apply == null) {
            return;
        }
        List<Button> ticked = scopes.values().stream().filter(Button::getSelection).toList();
        scopes.values().forEach(box -> box.setEnabled(ticked.size() != 1 || !box.getSelection()));
        boolean area = scopes.get(SituationScope.AREA) instanceof Button box && box.getSelection();
        radius.setEnabled(area);
        places.setEnabled(area);
        apply.setEnabled(!settings().equals(stored));
    }
}
