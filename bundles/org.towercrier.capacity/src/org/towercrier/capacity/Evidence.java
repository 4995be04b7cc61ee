package org.towercrier.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.capacity.internal.evidence.EvidenceJson;
import org.towercrier.capacity.internal.evidence.EvidenceTexts;

/**
 * Why an alarm was raised: the rule, its limits, the samples and the arithmetic. The text is kept as keys and arguments,
 * so that it can be read in any of the product's languages.
 *
 * @param rule      name of the rule
 * @param kpi       name of the figure that the readings are about, the first of their values
 * @param unit      unit of that figure
 * @param from      begin of what the readings cover
 * @param to        end of what the readings cover
 * @param basis     by which figure the busy hour was found, absent for rules without busy hour
 * @param limits    the limits of the rule
 * @param readings  samples or busy hours in order of time, those that raised the alarm among them; bounded
 * @param sentences the arithmetic, one sentence a step
 */
public record Evidence(String rule, String kpi, String unit, Instant from, Instant to, Optional<TrafficBasis> basis,
        List<Limit> limits, List<Reading> readings, List<Sentence> sentences) {

    public Evidence {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(basis, "basis");
        limits = List.copyOf(limits);
        readings = List.copyOf(readings);
        sentences = List.copyOf(sentences);
    }

    /**
     * A limit. With direction up, a value at or above {@code high} is bad and one below {@code low} is good again (3GPP: high =
     * value + hysteresis, low = value − hysteresis); downwards it is the other way round.
     *
     * @param kpi        the figure that is limited
     * @param unit       its unit
     * @param value      the limit
     * @param hysteresis distance of the values that raise and clear
     * @param upwards    whether exceeding is trouble, otherwise falling below is
     */
    public record Limit(String kpi, String unit, double value, double hysteresis, boolean upwards) {

        /** The upper of the two values: raises when upwards, clears when downwards. */
        public double high() {
            return value + hysteresis;
        }

        /** The lower of the two values: clears when upwards, raises when downwards. */
        public double low() {
            return value - hysteresis;
        }
    }

    /** What a reading says about the trouble. */
    public enum Verdict {
        /** It speaks for the alarm. */
        BAD,
        /** It lies between the limits that raise and clear. */
        BETWEEN,
        /** It speaks against the alarm. */
        GOOD,
        /** A figure is missing or suspect: it says nothing. */
        UNKNOWN
    }

    /**
     * A sample, a busy hour or a gap.
     *
     * @param start   its begin
     * @param seconds its length
     * @param values  its figures by name; absent ones are left out
     * @param verdict what it says
     * @param note    what else there is to say, e.g. the packet-size class
     */
    public record Reading(Instant start, long seconds, Map<String, Double> values, Verdict verdict,
            Optional<Sentence> note) {

        public Reading {
            values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
        }
    }

    /**
     * A sentence as key and arguments.
     *
     * @param key       message key of the capacity bundle
     * @param arguments strings, numbers, booleans; names of KPIs and enum literals stay as they are
     */
    public record Sentence(String key, List<Object> arguments) {

        public Sentence {
            Objects.requireNonNull(key, "key");
            arguments = List.copyOf(arguments);
        }

        /** A sentence. */
        public static Sentence of(String key, Object... arguments) {
            return new Sentence(key, List.of(arguments));
        }

        /** The sentence in a language of the product, English when there is no translation. */
        public String text(Locale locale) {
            return EvidenceTexts.render(this, locale);
        }
    }

    /** The same with more sentences at the end. */
    public Evidence with(List<Sentence> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Sentence> all = new java.util.ArrayList<>(sentences);
        all.addAll(more);
        return new Evidence(rule, kpi, unit, from, to, basis, limits, readings, all);
    }

    /** This evidence as one JSON object; the sentences carry their English text beside key and arguments. */
    public String toJson() {
        return EvidenceJson.write(this);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @return empty when the text is no evidence of this kind, e.g. that of an alarm imported from elsewhere
     */
    public static Optional<Evidence> parse(String json) {
        return EvidenceJson.read(json);
    }
}
