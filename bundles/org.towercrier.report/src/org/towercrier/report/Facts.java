package org.towercrier.report;

import java.util.List;
import java.util.Objects;

/** A few labelled values that are read at a glance. @param facts the values */
public record Facts(List<Fact> facts) implements Block {

    public Facts {
        facts = List.copyOf(facts);
    }

    /** From the values one by one. */
    public static Facts of(Fact... facts) {
        return new Facts(List.of(facts));
    }

    /**
     * One value.
     *
     * @param label what it is
     * @param value text, number, {@link java.time.Instant} or {@link java.time.LocalDate}
     * @param unit  unit of a number, may be empty
     * @param tone  how it is marked
     */
    public record Fact(String label, Object value, String unit, Tone tone) {
        public Fact {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(tone, "tone");
        }

        /** Without a unit and a mark. */
        public static Fact of(String label, Object value) {
            return new Fact(label, value, "", Tone.PLAIN);
        }
    }
}
