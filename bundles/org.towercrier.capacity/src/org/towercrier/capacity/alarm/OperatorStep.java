package org.towercrier.capacity.alarm;

import java.time.Instant;
import java.util.Objects;

/** What a person does with alarms. */
public sealed interface OperatorStep {

    /** Which arrow of the state machine it is. */
    AlarmTrigger trigger();

    /** Somebody knows; {@code text} may be empty. */
    record Acknowledge(String text) implements OperatorStep {
        public Acknowledge {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public AlarmTrigger trigger() {
            return AlarmTrigger.ACKNOWLEDGE;
        }
    }

    /** Takes the acknowledgement back; {@code text} may be empty. */
    record Unacknowledge(String text) implements OperatorStep {
        public Unacknowledge {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public AlarmTrigger trigger() {
            return AlarmTrigger.UNACKNOWLEDGE;
        }
    }

    /** Remarks something. */
    record Comment(String text) implements OperatorStep {
        public Comment {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public AlarmTrigger trigger() {
            return AlarmTrigger.COMMENT;
        }
    }

    /** Makes {@code assignee} responsible; an empty name makes nobody responsible. */
    record Assign(String assignee) implements OperatorStep {
        public Assign {
            Objects.requireNonNull(assignee, "assignee");
        }

        @Override
        public AlarmTrigger trigger() {
            return AlarmTrigger.ASSIGN;
        }
    }

    /** Puts aside until a moment in the future; {@code text} may be empty. */
    record Shelve(Instant until, String text) implements OperatorStep {
        public Shelve {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public AlarmTrigger trigger() {
            return AlarmTrigger.SHELVE;
        }
    }

    /** Takes back from the shelf; {@code text} may be empty. */
    record Unshelve(String text) implements OperatorStep {
        public Unshelve {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public AlarmTrigger trigger() {
            return AlarmTrigger.UNSHELVE;
        }
    }

    /** Says that the trouble is over; {@code text} may be empty. */
    record Clear(String text) implements OperatorStep {
        public Clear {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public AlarmTrigger trigger() {
            return AlarmTrigger.CLEAR_BY_HAND;
        }
    }
}
