package org.towercrier.workbench.internal;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.osgi.service.event.Event;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The names of the perspectives at the top of the window; the active one is pressed. */
public final class PerspectiveBar {

    private final Map<MPerspective, ToolItem> items = new LinkedHashMap<>();
    private final MWindow window;
    private final EModelService model;
    private final EPartService parts;
    private ToolBar bar;
    private LocalResourceManager images;

    @Inject
    public PerspectiveBar(MWindow window, EModelService model, EPartService parts) {
        this.window = window;
        this.model = model;
        this.parts = parts;
    }

    @PostConstruct
    void build(Composite parent) {
        bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
        images = new LocalResourceManager(JFaceResources.getResources(bar.getDisplay()), bar);
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

    /** Another language changes the names, another theme the icons. */
    @Inject
    @Optional
    void perspectiveRenamed(@UIEventTopic(UIEvents.UILabel.TOPIC_ALL) Event event) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MPerspective) {
            refresh();
        }
    }

    private void refresh() {
        if (bar == null || bar.isDisposed()) {
            return;
        }
        MPerspective active = model.getActivePerspective(window);
        items.forEach((perspective, item) -> {
            item.setText(perspective.getLocalizedLabel());
            item.setToolTipText(perspective.getLocalizedTooltip());
            item.setImage(image(perspective.getIconURI()));
            item.setSelection(perspective == active);
        });
        bar.requestLayout();
    }

    private Image image(String uri) {
        try {
            return uri == null ? null : images.create(ImageDescriptor.createFromURL(URI.create(uri).toURL()));
        } catch (MalformedURLException wrong) {
            throw new IllegalStateException("The icon of a perspective has no address: " + uri, wrong);
        }
    }

    private List<MPerspective> perspectives() {
        return model.findElements(window, null, MPerspective.class);
    }
}
