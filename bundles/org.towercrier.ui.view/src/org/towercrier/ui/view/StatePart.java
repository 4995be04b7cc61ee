package org.towercrier.ui.view;

import java.util.Optional;

import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.ui.kit.StatePane;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/**
 * A view: a bar of controls if it has one, and below it the three faces content, empty and trouble. A subclass makes the
 * content, and fills it in {@link #refresh}, which comes after the widgets were made and whenever the subclass says that
 * something has {@link #changed}. When the user chooses another language all widgets are made again.
 */
public abstract class StatePart {

    private final PartSite site;
    private Composite root;
    private StatePane pane;
    private PaneLoader loader;

    protected StatePart(PartSite site) {
        this.site = site;
    }

    /** Makes what stands above the three faces; nothing unless a subclass has something to put there. */
    protected void createBar(Composite parent) {
        // most views need none
    }

    /** Makes the content, a child of the pane, and says by {@link StatePane#setEmpty} what stands there without any. */
    protected abstract Control createContent(StatePane parent);

    /** Shows what there is now. */
    protected abstract void refresh();

    @PostConstruct
    final void build(Composite parent) {
        root = parent;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        fill();
        refresh();
    }

    private void fill() {
        createBar(root);
        pane = new StatePane(root, site.messages(), site.themes());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pane);
        loader = new PaneLoader(site, pane);
        pane.setContent(createContent(pane));
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    final void languageChanged(@UIEventTopic(ILocaleChangeService.LOCALE_CHANGE) Object locale) {
        if (isBuilt()) {
            beforeRebuild();
            // The focus wanders while the widgets go: none of them is asked to take it.
            pane = null;
            for (Control child : root.getChildren()) {
                child.dispose();
            }
            fill();
            refresh();
            root.layout(true, true);
        }
    }

    /** Called before the widgets are made again in another language: the place to keep what the user has typed. */
    protected void beforeRebuild() {
        // most views show only what is stored
    }

    @Focus
    final void focus() {
        if (isBuilt()) {
            takeFocus();
        }
    }

    /** Takes the focus: the content does unless a subclass knows better. */
    protected void takeFocus() {
        pane.setFocus();
    }

    /** Says that something the view shows has changed; harmless before the widgets are made and after they are gone. */
    protected final void changed() {
        if (isBuilt()) {
            refresh();
        }
    }

    /** Whether the widgets are there. */
    protected final boolean isBuilt() {
        return pane != null && !pane.isDisposed();
    }

    /** The three faces. */
    protected final StatePane pane() {
        return pane;
    }

    /** The faces as long as the widgets are there. */
    public final Optional<StatePane> faces() {
        return isBuilt() ? Optional.of(pane) : Optional.empty();
    }

    /** Reads in the background what the pane shows. */
    protected final PaneLoader loader() {
        return loader;
    }

    /** What the workbench gives to the view. */
    protected final PartSite site() {
        return site;
    }
}
