package org.towercrier.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UndoStepTest {

    private final List<String> done = new ArrayList<>();
    private final BasicCommandStack stack = new BasicCommandStack();

    @Test
    @DisplayName("a step is taken by the stack, taken back, and taken again")
    void takenByTheStack() {
        stack.execute(UndoStep.of("Rename", () -> done.add("there"), () -> done.add("back")));
        assertEquals("Rename", stack.getUndoCommand().getLabel());
        stack.undo();
        stack.redo();
        assertEquals(List.of("there", "back", "there"), done);
    }

    @Test
    @DisplayName("a step that was taken before is not taken twice")
    void takenBefore() {
        stack.execute(UndoStep.taken("Delete", () -> done.add("restored"), () -> done.add("deleted")));
        assertTrue(stack.canUndo());
        assertEquals(List.of(), done);
        stack.undo();
        assertFalse(stack.canUndo());
        stack.redo();
        assertEquals(List.of("restored", "deleted"), done);
    }
}
