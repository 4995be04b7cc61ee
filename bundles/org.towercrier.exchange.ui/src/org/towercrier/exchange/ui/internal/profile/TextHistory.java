package org.towercrier.exchange.ui.internal.profile;

import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.swt.custom.ExtendedModifyEvent;
import org.eclipse.swt.custom.StyledText;

/** Undo and redo of what is typed, on the command stack that the workbench's commands use. */
final class TextHistory {

    private static final long PAUSE_MILLIS = 600;

    private final StyledText text;
    private final BasicCommandStack stack = new BasicCommandStack();
    private boolean replaying;
    private Edit last;
    private long lastTime;

    TextHistory(StyledText text) {
        this.text = text;
        text.addExtendedModifyListener(this::modified);
    }

    BasicCommandStack stack() {
        return stack;
    }

    /** Forgets everything: another text is edited now. */
    void reset() {
        last = null;
        stack.flush();
        stack.saveIsDone();
    }

    private void modified(ExtendedModifyEvent event) {
        if (replaying) {
            return;
        }
        String typed = event.length == 0 ? "" : text.getTextRange(event.start, event.length);
        long now = System.currentTimeMillis();
        boolean goesOn = last != null && now - lastTime < PAUSE_MILLIS && stack.getUndoCommand() == last
                && last.append(event.start, typed, event.replacedText);
        if (!goesOn) {
            last = new Edit(event.start, typed, event.replacedText);
            stack.execute(last);
        }
        lastTime = now;
    }

    private void replay(int start, int length, String inserted) {
        replaying = true;
        try {
            text.replaceTextRange(start, length, inserted);
            text.setSelection(start + inserted.length());
            text.showSelection();
        } finally {
            replaying = false;
        }
    }

    /** One edit; letters that are typed without a pause are one. */
    private final class Edit extends AbstractCommand {

        private final int start;
        private final String removed;
        private String inserted;

        Edit(int start, String inserted, String removed) {
            this.start = start;
            this.inserted = inserted;
            this.removed = removed;
        }

        boolean append(int at, String more, String gone) {
            boolean adjacent = gone.isEmpty() && at == start + inserted.length() && !more.contains("\n");
            if (adjacent) {
                inserted += more;
            }
            return adjacent;
        }

        @Override
        protected boolean prepare() {
            return true;
        }

        @Override
        public void execute() {
            // The text has changed already when the widget tells of it.
        }

        @Override
        public void undo() {
            replay(start, inserted.length(), removed);
        }

        @Override
        public void redo() {
            replay(start, removed.length(), inserted);
        }
    }
}
