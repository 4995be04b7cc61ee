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
import org.towercrier.capacity.alarm.ShelfState;
import org.towercrier.capacity.alarm.Transition;

/**
 * Where the states of the machine and the arrows between them lie: up above, cleared below; nobody knows left, somebody knows
 * right. Below them, apart, the list and the shelf: an alarm is on one of them whatever its state. Arrows between the same two
 * states run side by side.
 *
 * @param boxes  the states
 * @param arrows what leads from one to another
 * @param line   height of the line between the states and the shelf
 */
record StateLayout(Map<Enum<?>, Rectangle> boxes, List<Arrow> arrows, int line) {

    /**
     * An arrow; the triggers that lead along it share it.
     *
     * @param from     begin, at the edge of a box
     * @param to       end, at the edge of a box
     * @param triggers what leads along it
     * @param source   the state it leads from
     * @param above    whether its words stand above the boxes, for an arrow between left and right
     */
    record Arrow(Point from, Point to, List<AlarmTrigger> triggers, Enum<?> source, boolean above) {
        boolean isHorizontal() {
            return from.y == to.y;
        }
    }

    private static final int MARGIN = 8;
    /** Above and below there is room for the words of the arrows between left and right, which are too short to hold them. */
    private static final int EDGE = 26;
    private static final int BOX_HEIGHT = 44;
    private static final int LEAST_BOX_WIDTH = 96;
    private static final int SHARE = 37;
    private static final int APART = 16;
    /** How far from the sides of a box the arrows up and down run: their words are between them. */
    private static final int INSET = 8;
    /** The shelf with the words above and below it. */
    private static final int SHELF_HEIGHT = 112;

    static StateLayout in(int width, int height) {
        int boxWidth = Math.max(LEAST_BOX_WIDTH, (width - 2 * MARGIN) * SHARE / 100);
        int right = Math.max(MARGIN + boxWidth, width - MARGIN - boxWidth);
        int line = height - SHELF_HEIGHT;
        int below = Math.max(EDGE + BOX_HEIGHT, line - EDGE - BOX_HEIGHT);
        Map<Enum<?>, Rectangle> boxes = new LinkedHashMap<>();
        boxes.put(AlarmState.ACTIVE_UNACKNOWLEDGED, new Rectangle(MARGIN, EDGE, boxWidth, BOX_HEIGHT));
        boxes.put(AlarmState.ACTIVE_ACKNOWLEDGED, new Rectangle(right, EDGE, boxWidth, BOX_HEIGHT));
        boxes.put(AlarmState.CLEARED_UNACKNOWLEDGED, new Rectangle(MARGIN, below, boxWidth, BOX_HEIGHT));
        boxes.put(AlarmState.GONE, new Rectangle(right, below, boxWidth, BOX_HEIGHT));
        boxes.put(ShelfState.ON_THE_LIST, new Rectangle(MARGIN, line + EDGE, boxWidth, BOX_HEIGHT));
        boxes.put(ShelfState.SHELVED, new Rectangle(right, line + EDGE, boxWidth, BOX_HEIGHT));
        List<Arrow> arrows = new ArrayList<>(arrows(boxes, AlarmStateMachine.transitions()));
        arrows.addAll(arrows(boxes, AlarmStateMachine.shelf()));
        return new StateLayout(boxes, arrows, line);
    }

    private static <S extends Enum<S>> List<Arrow> arrows(Map<Enum<?>, Rectangle> boxes, List<Transition<S>> transitions) {
        Map<List<S>, List<AlarmTrigger>> shared = new LinkedHashMap<>();
        transitions.stream().filter(arrow -> !arrow.isLoop()).forEach(
                arrow -> shared.computeIfAbsent(List.of(arrow.from(), arrow.to()), key -> new ArrayList<>()).add(arrow.trigger()));
        return shared.entrySet().stream().map(each -> {
            S from = each.getKey().getFirst();
            S to = each.getKey().getLast();
            return arrow(boxes, from, to, each.getValue(), shared.containsKey(List.of(to, from)));
        }).toList();
    }

    private static Arrow arrow(Map<Enum<?>, Rectangle> boxes, Enum<?> from, Enum<?> to, List<AlarmTrigger> triggers, boolean paired) {
        Rectangle a = boxes.get(from);
        Rectangle b = boxes.get(to);
        if (a.y == b.y) {
            boolean forth = a.x < b.x;
            int y = a.y + a.height / 2 + (paired ? (forth ? -APART / 2 : APART / 2) : 0);
            return new Arrow(new Point(forth ? a.x + a.width : a.x, y), new Point(forth ? b.x : b.x + b.width, y), triggers, from,
                    paired && forth);
        }
        boolean down = a.y < b.y;
        int x = paired ? (down ? a.x + INSET : a.x + a.width - INSET) : a.x + a.width - INSET;
        return new Arrow(new Point(x, down ? a.y + a.height : a.y), new Point(x, down ? b.y : b.y + b.height), triggers, from, false);
    }
}
