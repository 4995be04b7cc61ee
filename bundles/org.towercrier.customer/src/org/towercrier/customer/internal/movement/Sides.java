package org.towercrier.customer.internal.movement;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Movements;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.OtherColumns;
import org.towercrier.customer.internal.segment.Assigned;
import org.towercrier.model.customer.Segmentation;

/**
 * A segmentation at two dates beside each other.
 *
 * @param before the rules as expressions over the rows as of the first date
 * @param after and as of the second
 * @param others columns beyond the model that rules may ask about
 */
public record Sides(LocalDate from, LocalDate to, Assigned before, Assigned after, OtherColumns others) {

    private static final Field<String> ID = field(name(CustomerBase.ID), String.class);
    private static final Field<Double> SPEND = field(name("spend_mean_3"), Double.class);
    private static final int FIRST_LEAF = 3;

    /** Compiles. @throws CustomerException when the dates are not one after the other or a rule cannot be evaluated */
    public static Sides of(Segmentation segmentation, LocalDate from, LocalDate to, OtherColumns others) throws CustomerException {
        if (!from.isBefore(to)) {
            throw new CustomerException(CustomerMessages.text("Movement_Dates", from, to));
        }
        return new Sides(from, to, Assigned.of(segmentation, from, others), Assigned.of(segmentation, to, others), others);
    }

    /** Rows of both dates, one for each customer of either. */
    record Pair(Table<Record> one, Table<Record> other) {

        Field<String> id() {
            return coalesce(one.field("id", String.class), other.field("id", String.class));
        }

        Field<String> source() {
            return coalesce(one.field("segment", String.class), inline(Movements.ABSENT));
        }

        Field<String> target() {
            return coalesce(other.field("segment", String.class), inline(Movements.ABSENT));
        }

        Field<Double> before() {
            return one.field("spend", Double.class);
        }

        Field<Double> after() {
            return other.field("spend", Double.class);
        }

        /** Whether a comparison comes out otherwise than before. */
        Condition crossed(int leaf) {
            return one.field("leaf" + leaf, Boolean.class).ne(other.field("leaf" + leaf, Boolean.class));
        }

        Table<Record> joined() {
            return one.fullJoin(other).on(one.field("id", String.class).eq(other.field("id", String.class)));
        }

        Condition along(Movements.Move move) {
            return source().eq(move.source()).and(target().eq(move.target()));
        }
    }

    /** The comparisons of the rules. */
    List<Assigned.Leaf> leaves() {
        return before.leaves();
    }

    /** The segments in their order, then the rest, then those who are no customers. */
    List<String> segments() {
        List<String> order = new ArrayList<>(before.paths());
        order.add(Segments.UNASSIGNED);
        order.add(Movements.ABSENT);
        return order;
    }

    /** Whether a comparison belongs to the rule of one of two segments: only borders of these can have moved somebody between them. */
    boolean concerns(int leaf, String source, String target) {
        String segment = leaves().get(leaf).segment();
        return segment.equals(source) || segment.equals(target);
    }

    /** Both dates for a portion of the customers. */
    Pair pair(int portions, int portion) {
        return new Pair(side(CustomerBase.asOf(from, others, portions, portion), from, before, "b"),
                side(CustomerBase.asOf(to, others, portions, portion), to, after, "a"));
    }

    /** One side: who was in which segment, what was spent, and which comparisons of the rules held. */
    private static Table<Record> side(Table<Record> base, LocalDate date, Assigned assigned, String alias) {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        fields.add(ID.as("id"));
        fields.add(coalesce(assigned.segment(), inline(Segments.UNASSIGNED)).as("segment"));
        fields.add(SPEND.as("spend"));
        for (int i = 0; i < assigned.leaves().size(); i++) {
            fields.add(coalesce(field(assigned.leaves().get(i).condition()), inline(false)).as("leaf" + i));
        }
        return select(fields).from(base).where(customer(date)).asTable(alias);
    }

    /** Somebody who has not yet joined, or has left, is no customer at a date. */
    static Condition customer(LocalDate date) {
        Field<LocalDate> left = field(name("leaveDate"), LocalDate.class);
        return left.isNull().or(left.gt(date))
                .and(field(name("months"), Integer.class).isNotNull().or(field(name(CustomerBase.TENURE), Double.class).ge(0.0)));
    }

    /** @throws CustomerException when there is no such segment */
    void check(Movements.Move move) throws CustomerException {
        for (String segment : List.of(move.source(), move.target())) {
            if (!segments().contains(segment)) {
                throw new CustomerException(CustomerMessages.text("Movement_Segment", segment, String.join(", ", segments())));
            }
        }
    }

    /** The identities of those who moved, as a part of statements. */
    public Select<Record1<String>> ids(Movements.Move move) {
        Pair pair = pair(1, 0);
        return select(pair.id()).from(pair.joined()).where(pair.along(move));
    }

    /** Those who moved, portion by portion; of each the ones with the most money. */
    List<Movements.Moved> moved(DSLContext sql, Movements.Move move, int most) {
        List<Movements.Moved> found = new ArrayList<>();
        int portions = CustomerBase.portions(sql);
        for (int portion = 0; portion < portions; portion++) {
            Pair pair = pair(portions, portion);
            List<SelectFieldOrAsterisk> fields = new ArrayList<>(
                    List.of(pair.id().as("id"), pair.before().as("before"), pair.after().as("after")));
            IntStream.range(0, leaves().size()).forEach(leaf -> fields.add(field(pair.crossed(leaf)).as("crossed" + leaf)));
            sql.select(fields).from(pair.joined()).where(pair.along(move))
                    .orderBy(abs(coalesce(pair.after(), inline(0.0)).minus(coalesce(pair.before(), inline(0.0)))).desc(), pair.id())
                    .limit(most).forEach(row -> found.add(moved(row, move)));
        }
        found.sort(Comparator.comparingDouble(Sides::money).reversed().thenComparing(Movements.Moved::customer));
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    private static double money(Movements.Moved moved) {
        return Math.abs(moved.after().orElse(0.0) - moved.before().orElse(0.0));
    }

    private Movements.Moved moved(Record row, Movements.Move move) {
        boolean apart = !move.source().equals(move.target());
        List<String> reasons = IntStream.range(0, leaves().size())
                .filter(leaf -> apart && concerns(leaf, move.source(), move.target())
                        && Boolean.TRUE.equals(row.get(FIRST_LEAF + leaf, Boolean.class)))
                .mapToObj(leaf -> leaves().get(leaf).text()).distinct().toList();
        return new Movements.Moved(row.get(0, String.class), Optional.ofNullable(row.get(1, Double.class)),
                Optional.ofNullable(row.get(2, Double.class)), reasons);
    }
}
