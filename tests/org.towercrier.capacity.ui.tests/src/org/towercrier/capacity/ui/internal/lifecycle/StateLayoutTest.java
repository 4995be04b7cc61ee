package org.towercrier.capacity.ui.internal.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.AlarmStateMachine;
import org.towercrier.capacity.alarm.AlarmTrigger;
import org.towercrier.capacity.alarm.ShelfState;

/** The picture of the state machine is the machine. */
class StateLayoutTest {

    private final StateLayout layout = StateLayout.in(312, 380);

    @Test
    void everyStateHasABoxOfItsOwnInThePicture() {
        List<Enum<?>> states = new ArrayList<>(List.of(AlarmState.values()));
        states.addAll(List.of(ShelfState.values()));
        assertEquals(states.size(), layout.boxes().size());
        for (Enum<?> state : states) {
            Rectangle box = layout.boxes().get(state);
            assertEquals(box, box.intersection(new Rectangle(0, 0, 312, 380)), state.name());
            layout.boxes().forEach((other, place) -> assertTrue(other == state || !place.intersects(box), state + " and " + other));
        }
    }

    @Test
    void everyTransitionIsAnArrow() {
        Stream.concat(AlarmStateMachine.transitions().stream(), AlarmStateMachine.shelf().stream()).filter(each -> !each.isLoop())
                .forEach(each -> assertTrue(layout.arrows().stream().anyMatch(arrow -> arrow.source() == each.from()
                        && arrow.triggers().contains(each.trigger())), each.toString()));
        assertFalse(layout.arrows().stream().anyMatch(arrow -> arrow.triggers().contains(AlarmTrigger.COMMENT)), "a comment leads nowhere");
    }
}
