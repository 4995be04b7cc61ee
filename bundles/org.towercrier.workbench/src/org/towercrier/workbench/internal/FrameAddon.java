package org.towercrier.workbench.internal;

import java.util.List;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MStackElement;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.osgi.service.event.Event;
import org.towercrier.ui.ThemeIcons;
import org.towercrier.ui.Topics;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.theme.Theme;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/**
 * Keeps the frame tidy: a stack nobody contributes to takes no room, and the page that stands in for an absent area goes
 * when the area arrives, and the icons fit the theme.
 */
public final class FrameAddon {

    static final String WELCOME = "org.towercrier.part.welcome";
    private static final String STACKS = "org.towercrier.stack.";
    private static final String STAND_IN = "placeholder";

    private final MApplication application;
    private final EModelService model;

    @Inject
    public FrameAddon(MApplication application, EModelService model) {
        this.application = application;
        this.model = model;
    }

    @PostConstruct
    void tidy() {
        for (MPerspective perspective : model.findElements(application, null, MPerspective.class)) {
            dropStandIn(perspective);
        }
        for (MPartStack stack : model.findElements(application, null, MPartStack.class)) {
            if (isOurs(stack)) {
                fit(stack);
            }
        }
    }

    private void dropStandIn(MPerspective perspective) {
        List<MPart> parts = model.findElements(perspective, null, MPart.class);
        if (parts.stream().anyMatch(part -> !part.getTags().contains(STAND_IN))) {
            parts.stream().filter(part -> part.getTags().contains(STAND_IN)).forEach(part -> part.setToBeRendered(false));
        }
    }

    /** A part that comes gives its stack room, the last one that goes takes it away. The stack itself always stays: fragments name it. */
    @Inject
    @Optional
    void childrenChanged(@UIEventTopic(UIEvents.ElementContainer.TOPIC_CHILDREN) Event event) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MPartStack stack && isOurs(stack)) {
            fit(stack);
        }
    }

    /** Closing a view hides it, and opening it again shows it. */
    @Inject
    @Optional
    void visibilityChanged(@UIEventTopic(UIEvents.UIElement.TOPIC_TOBERENDERED) Event event, UISynchronize ui) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MStackElement part
                && (MElementContainer<?>) part.getParent() instanceof MPartStack stack && isOurs(stack)) {
            ui.asyncExec(() -> fit(stack));
        }
    }

    private static void fit(MPartStack stack) {
        stack.setToBeRendered(stack.getChildren().stream().anyMatch(MUIElement::isToBeRendered));
    }

    @Inject
    @Optional
    void themeChanged(@UIEventTopic(Topics.THEME_CHANGED) Event event, @Optional IThemeEngine engine) {
        if (engine != null && engine.getActiveTheme() != null) {
            ThemeIcons.apply(application, model,
                    WorkbenchIds.THEME_DARK.equals(engine.getActiveTheme().getId()) ? Theme.DARK : Theme.LIGHT);
        }
    }

    private static boolean isOurs(MPartStack stack) {
        return stack.getElementId() != null && stack.getElementId().startsWith(STACKS);
    }
}
