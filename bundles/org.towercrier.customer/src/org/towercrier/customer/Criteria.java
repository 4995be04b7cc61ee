package org.towercrier.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.towercrier.model.customer.Criterion;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * Trees of criteria: what they can ask about, as text and back, and the customers that one is true for. Of an absent value nothing is true but that it is absent, also
 * under "none of". An absent tree, or one without parts, is true for everyone.
 */
public interface Criteria {

    /**
     * The attributes that criteria can ask about, in the order of the model, then the columns that imported tables had beyond it, {@code Customer.extra.SeniorCitizen}. The
     * latter are known as soon as customers have been counted or looked at once; those that look personal are not among them.
     */
    List<CriterionAttribute> attributes();

    /** One of them by its name, {@code Customer.age}; a name without a class is one of the customer. */
    Optional<CriterionAttribute> attribute(String name);

    /**
     * Reads a criterion written as one line, {@code Customer.age >= 60 and (MonthlyFacts.spend(mean,6) > 50 or not Contract.end present)}.
     *
     * @throws CustomerException what was not understood, and where
     */
    Criterion parse(String text) throws CustomerException;

    /** Writes a criterion so that {@link #parse} reads it again; the same in every language. */
    String write(Criterion criterion);

    /** A criterion as people read it, in the language of the process. */
    default String describe(Criterion criterion) {
        return describe(criterion, Locale.getDefault());
    }

    /** A criterion as people read it, in their language. */
    String describe(Criterion criterion, Locale locale);

    /** What in a tree cannot be evaluated; none when all of it can. */
    List<Problem> check(Criterion criterion);

    /**
     * Values of an attribute, for completing what somebody types: those that most customers have come first.
     *
     * @param begin what they begin with, in whatever case; empty for all
     * @return none for numbers and dates, of which nobody wants to choose one from a list
     * @throws CustomerException when there is no such attribute
     */
    List<Suggestion> values(String attribute, String begin, int most, Cancellation cancel) throws CustomerException, StoreException;

    /** The customers that a criterion is true for, as a part of statements of one's own. @throws CustomerException when it cannot be evaluated */
    Audience audience(Criterion criterion) throws CustomerException, StoreException;

    /** How many customers there are, and how many a criterion is true for. */
    Segments.Count count(Criterion criterion, Cancellation cancel) throws CustomerException, StoreException;

    /** Identities of some customers that a criterion is true for, in the order of the identities. */
    List<String> customers(Criterion criterion, int most, Cancellation cancel) throws CustomerException, StoreException;

    /** What cannot be evaluated. @param where part of the tree @param reason a sentence */
    record Problem(Criterion where, String reason) {
    }

    /** A value with the number of customers that have it. */
    record Suggestion(String value, long customers) {
    }

    /**
     * Customers that a criterion is true for.
     *
     * @param customers one row for every customer, with all that criteria ask for; it holds the state of {@code asOf}
     * @param id identity in it
     * @param condition what is true for the rows that are meant
     * @param asOf date that windows end with
     */
    record Audience(Table<Record> customers, Field<String> id, Condition condition, LocalDate asOf) {

        public Audience {
            Objects.requireNonNull(customers, "customers");
        }

        /** The identities, for {@code in} or a join. */
        public Select<Record1<String>> ids() {
            return DSL.select(id).from(customers).where(condition);
        }
    }
}
