package org.towercrier.workbench.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.osgi.service.event.Event;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The names of the perspectives at the top of the window; the active one is pressed. */
public final class PerspectiveBar {

    private final Map<MPerspective, ToolItem> items = new HashMap<>();
    private final MWindow window;
    private final EModelService model;
    private final EPartService parts;
    private ToolBar bar;

    @Inject
    public PerspectiveBar(MWindow window, EModelService model, EPartService parts) {
        this.window = window;
        this.model = model;
        this.parts = parts;
    }

    @PostConstruct
    void build(Composite parent) {
        bar = new ToolBar(parent, SWT.FLAT | SWT.WRAP);
        bar.setData("org.eclipse.e4.ui.css.id", "PerspectiveBar");
        for (MPerspective perspective : perspectives()) {
            ToolItem item = new ToolItem(bar, SWT.RADIO);
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
                if (item.getSelection()) {
                    parts.switchPerspective(perspective);
                }
            }));
            items.put(perspective, item);
        }
        refresh();
    }

    @Inject
    @Optional
    void perspectiveChanged(@UIEventTopic(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT) Event event) {
        if (event.getProperty(UIEvents.EventTags.NEW_VALUE) instanceof MPerspective) {
            refresh();
        }
    }

    @Inject
    @Optional
    void languageChanged(@UIEventTopic(ILocaleChangeService.LOCALE_CHANGE) Object locale) {
        refresh();
    }

    private void refresh() {
        if (bar == null || bar.isDisposed()) {
            return;
        }
        MPerspective active = model.getActivePerspective(window);
        items.forEach((perspective, item) -> {
            item.setText(perspective.getLocalizedLabel());
            item.setToolTipText(perspective.getLocalizedTooltip());
            item.setSelection(perspective == active);
        });
        bar.requestLayout();
    }

    private List<MPerspective> perspectives() {
        return model.findElements(window, null, MPerspective.class);
    }
}
