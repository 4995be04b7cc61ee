package org.towercrier.capacity.ui.internal.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuItem;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Display;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.data.NetworkState;
import org.towercrier.capacity.ui.internal.data.SnapshotAddon;
import org.towercrier.ui.theme.Severity;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Tells the operator about new critical and major alarms, in the ways that are switched on. */
public final class NoticeAddon {

    /** So many alarms are named. */
    private static final int NAMED = 4;

    private final MApplication application;
    private final EModelService model;
    private final Texts texts;
    private final NewAlarms fresh = new NewAlarms();

    @Inject
    public NoticeAddon(MApplication application, EModelService model, Texts texts) {
        this.application = application;
        this.model = model;
        this.texts = texts;
    }

    /** The items of the menu show what was kept. */
    @PostConstruct
    void showSettings() {
        for (NoticeSettings setting : NoticeSettings.values()) {
            model.findElements(application, MMenuItem.class, EModelService.IN_MAIN_MENU,
                    element -> setting.menuItem().equals(element.getElementId()))
                    .forEach(item -> item.setSelected(setting.isOn(application.getPersistedState())));
        }
    }

    @Inject
    void network(@org.eclipse.e4.core.di.annotations.Optional @Named(SnapshotAddon.STATE) NetworkState state) {
        NetworkSnapshot snapshot = state == null ? NetworkSnapshot.EMPTY : state.snapshot();
        List<Alarm> found = fresh.next(snapshot, Instant.now());
        Display display = Display.getCurrent();
        if (found.isEmpty() || display == null) {
            return;
        }
        if (NoticeSettings.SOUND.isOn(application.getPersistedState())) {
            display.beep();
        }
        if (NoticeSettings.NOTICE.isOn(application.getPersistedState())) {
            new NoticePopup(display, texts.get("Notice_Title", found.size()), lines(found, snapshot.cellsById(), texts), this::showAlarms)
                    .open();
        }
    }

    static String lines(List<Alarm> found, Map<String, CellInfo> cells, Texts texts) {
        List<String> lines = new ArrayList<>();
        found.stream().limit(NAMED).map(alarm -> Severity.named(alarm.severity().getLiteral()).map(Severity::glyph).orElse(' ') + " "
                + Optional.ofNullable(cells.get(alarm.cell())).map(CellInfo::name).orElse(alarm.cell()) + "  "
                + alarm.identity().specificProblem()).forEach(lines::add);
        if (found.size() > NAMED) {
            lines.add(texts.get("Notice_More", found.size() - NAMED));
        }
        return String.join("\n", lines);
    }

    private void showAlarms() {
        ContextInjectionFactory.make(Navigation.class, application.getContext().getActiveLeaf()).alarms("");
    }
}
