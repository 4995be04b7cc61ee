package org.towercrier.capacity.internal.sql;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Which samples are read.
 *
 * @param from    begin, absent for the first
 * @param to      end, exclusive, absent for the last
 * @param objects numbers of the objects, absent for all
 */
public record SampleRange(Optional<Instant> from, Optional<Instant> to, Optional<List<Integer>> objects) {

    /** Lists longer than this are read as the range they span. */
    private static final int LONGEST_LIST = 500;

    /** Everything. */
    public static final SampleRange ALL = new SampleRange(Optional.empty(), Optional.empty(), Optional.empty());

    public SampleRange {
        objects = objects.map(List::copyOf);
    }

    /** A period. */
    public static SampleRange between(Optional<Instant> from, Optional<Instant> to) {
        return new SampleRange(from, to, Optional.empty());
    }

    /** The same of some objects; of very many perhaps others between them, too. */
    public SampleRange of(Collection<Integer> numbers) {
        return new SampleRange(from, to, Optional.of(List.copyOf(numbers)));
    }

    /** The condition on a table's columns. */
    Condition condition(Field<Integer> object, Field<Instant> start) {
        Condition condition = noCondition();
        if (from.isPresent()) {
            condition = condition.and(start.ge(val(from.get(), start)));
        }
        if (to.isPresent()) {
            condition = condition.and(start.lt(val(to.get(), start)));
        }
        if (objects.isPresent()) {
            condition = condition.and(among(object, objects.get()));
        }
        return condition;
    }

    private static Condition among(Field<Integer> object, List<Integer> numbers) {
        if (numbers.size() > LONGEST_LIST) {
            int least = numbers.stream().mapToInt(Integer::intValue).min().orElseThrow();
            int greatest = numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
            return object.between(inline(least), inline(greatest));
        }
        return object.in(numbers.stream().map(DSL::inline).toList());
    }
}
