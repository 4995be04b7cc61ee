package org.towercrier.capacity.ui.internal.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.AlarmStateMachine;
import org.towercrier.capacity.alarm.AlarmTrigger;
import org.towercrier.capacity.alarm.Transition;

/**
 * Where the states of the machine and the arrows between them lie: up above, cleared below; nobody knows left, somebody knows
 * right. Arrows between the same two states run side by side.
 *
 * @param boxes  the states
 * @param arrows what leads from one to another
 */
record StateLayout(Map<AlarmState, Rectangle> boxes, List<Arrow> arrows) {

    /**
     * An arrow; the triggers that lead along it share it.
     *
     * @param from     begin, at the edge of a box
     * @param to       end, at the edge of a box
     * @param triggers what leads along it
     * @param source   the state it leads from
     */
    record Arrow(Point from, Point to, List<AlarmTrigger> triggers, AlarmState source) {
        boolean isHorizontal() {
            return from.y == to.y;
        }
    }

    private static final int MARGIN = 8;
    /** Above and below there is room for the words of the arrows between left and right, which are too short to hold them. */
    private static final int EDGE = 26;
    private static final int BOX_HEIGHT = 44;
    private static final int LEAST_BOX_WIDTH = 96;
    private static final int SHARE = 34;
    private static final int APART = 16;
    /** How far from the sides of a box the arrows up and down run: their words are between them. */
    private static final int INSET = 8;

    static StateLayout in(int width, int height) {
        int boxWidth = Math.max(LEAST_BOX_WIDTH, (width - 2 * MARGIN) * SHARE / 100);
        int right = Math.max(MARGIN + boxWidth, width - MARGIN - boxWidth);
        int below = Math.max(EDGE + BOX_HEIGHT, height - EDGE - BOX_HEIGHT);
        Map<AlarmState, Rectangle> boxes = new LinkedHashMap<>();
        boxes.put(AlarmState.ACTIVE_UNACKNOWLEDGED, new Rectangle(MARGIN, EDGE, boxWidth, BOX_HEIGHT));
        boxes.put(AlarmState.ACTIVE_ACKNOWLEDGED, new Rectangle(right, EDGE, boxWidth, BOX_HEIGHT));
        boxes.put(AlarmState.CLEARED_UNACKNOWLEDGED, new Rectangle(MARGIN, below, boxWidth, BOX_HEIGHT));
        boxes.put(AlarmState.GONE, new Rectangle(right, below, boxWidth, BOX_HEIGHT));
        Map<List<AlarmState>, List<AlarmTrigger>> shared = new LinkedHashMap<>();
        AlarmStateMachine.transitions().stream().filter(arrow -> !arrow.isLoop()).forEach(
                arrow -> shared.computeIfAbsent(List.of(arrow.from(), arrow.to()), key -> new ArrayList<>()).add(arrow.trigger()));
        List<Arrow> arrows = new ArrayList<>();
        shared.forEach((ends, triggers) -> {
            boolean paired = shared.containsKey(List.of(ends.getLast(), ends.getFirst()));
            arrows.add(arrow(boxes, ends.getFirst(), ends.getLast(), triggers, paired));
        });
        return new StateLayout(boxes, arrows);
    }

    private static Arrow arrow(Map<AlarmState, Rectangle> boxes, AlarmState from, AlarmState to, List<AlarmTrigger> triggers,
            boolean paired) {
        Rectangle a = boxes.get(from);
        Rectangle b = boxes.get(to);
        if (a.y == b.y) {
            boolean forth = a.x < b.x;
            int y = a.y + a.height / 2 + (paired ? (forth ? -APART / 2 : APART / 2) : 0);
            return new Arrow(new Point(forth ? a.x + a.width : a.x, y), new Point(forth ? b.x : b.x + b.width, y), triggers, from);
        }
        boolean down = a.y < b.y;
        int x = paired ? (down ? a.x + INSET : a.x + a.width - INSET) : a.x + a.width - INSET;
        return new Arrow(new Point(x, down ? a.y + a.height : a.y), new Point(x, down ? b.y : b.y + b.height), triggers, from);
    }

    /** Loops of a state: what is noted in the history and leaves the state as it is. */
    static List<AlarmTrigger> loops(AlarmState state) {
        return AlarmStateMachine.transitions().stream().filter(arrow -> arrow.from() == state && arrow.isLoop())
                .map(Transition::trigger).toList();
    }
}
