package org.towercrier.ui.editor;

import java.util.Locale;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.ui.MDirtyable;
import org.eclipse.emf.common.command.CommandStack;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** What an editor needs of the workbench beyond what every view does: the mark of unsaved changes, undo and redo. */
@Creatable
public final class EditorSite {

    private final PartSite part;
    private final MDirtyable dirty;
    private final IEclipseContext context;

    @Inject
    public EditorSite(PartSite part, MDirtyable dirty, IEclipseContext context) {
        this.part = part;
        this.dirty = dirty;
        this.context = context;
    }

    PartSite part() {
        return part;
    }

    Locale locale() {
        return part.locale();
    }

    boolean isDirty() {
        return dirty.isDirty();
    }

    void setDirty(boolean unsaved) {
        dirty.setDirty(unsaved);
    }

    /** The workbench's undo and redo work on this stack while the view is active. */
    void offerUndo(CommandStack stack) {
        context.set(CommandStack.class, stack);
    }
}
