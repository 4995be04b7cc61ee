package org.towercrier.ui.view;

import org.eclipse.emf.common.command.AbstractCommand;

/** A step that can be taken back, for a stack of {@link UndoStacks}. */
public final class UndoStep extends AbstractCommand {

    private final Runnable first;
    private final Runnable back;
    private final Runnable again;

    private UndoStep(String label, Runnable first, Runnable back, Runnable again) {
        super(label);
        this.first = first;
        this.back = back;
        this.again = again;
    }

    /** A step that is taken when a stack executes it. */
    public static UndoStep of(String label, Runnable there, Runnable back) {
        return new UndoStep(label, there, back, there);
    }

    /** A step that has been taken before a stack gets to know it: what was done in the background, or by a widget. */
    public static UndoStep taken(String label, Runnable back, Runnable again) {
        return new UndoStep(label, () -> {}, back, again);
    }

    @Override
    protected boolean prepare() {
        return true;
    }

    @Override
    public void execute() {
        first.run();
    }

    @Override
    public void undo() {
        back.run();
    }

    @Override
    public void redo() {
        again.run();
    }
}
