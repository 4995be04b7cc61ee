package org.towercrier.capacity.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.data.NetworkState;
import org.towercrier.capacity.ui.internal.data.SnapshotAddon;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Severity;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The alarms that are up, by severity, in the status line. */
public final class AlarmStatus {

    private static final List<PerceivedSeverity> SHOWN = List.of(PerceivedSeverity.CRITICAL, PerceivedSeverity.MAJOR,
            PerceivedSeverity.MINOR, PerceivedSeverity.WARNING);

    private final Texts texts;
    private NetworkSnapshot snapshot = NetworkSnapshot.EMPTY;
    private Label label;

    @Inject
    public AlarmStatus(Texts texts) {
        this.texts = texts;
    }

    @PostConstruct
    void build(Composite parent) {
        label = new Label(parent, SWT.RIGHT);
        label.setData("org.eclipse.e4.ui.css.CssClassName", "StatusText");
        show();
    }

    @Inject
    void network(@Optional @Named(SnapshotAddon.STATE) NetworkState state) {
        snapshot = state == null ? NetworkSnapshot.EMPTY : state.snapshot();
        show();
    }

    @Inject
    @Optional
    void languageChanged(@UIEventTopic(ILocaleChangeService.LOCALE_CHANGE) Object locale) {
        show();
    }

    private void show() {
        if (label == null || label.isDisposed()) {
            return;
        }
        NumberFormats numbers = NumberFormats.of(texts.locale());
        Map<PerceivedSeverity, Integer> counts = snapshot.active();
        List<String> words = new ArrayList<>();
        for (PerceivedSeverity severity : SHOWN) {
            int count = counts.getOrDefault(severity, 0);
            if (count > 0) {
                char glyph = Severity.named(severity.getLiteral()).map(Severity::glyph).orElse(' ');
                words.add(glyph + " " + numbers.integer(count) + " "
                        + texts.get("Severity_" + severity.getLiteral()).toLowerCase(texts.locale()));
            }
        }
        label.setText(String.join("  ·  ", words));
        label.setToolTipText(texts.get("Overview_Unacknowledged", snapshot.unacknowledged()));
        label.requestLayout();
    }
}
