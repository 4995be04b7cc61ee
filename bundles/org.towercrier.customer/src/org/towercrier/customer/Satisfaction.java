package org.towercrier.customer;

import java.util.List;
import java.util.Optional;

import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.QuestionRole;
import org.towercrier.model.customer.SatisfactionFactor;
import org.towercrier.statistics.value.ImportancePerformance.CrossHair;
import org.towercrier.statistics.value.ImportancePerformance.Quadrant;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Surveys of customers: their questions, and what matters to customers against how well it is done. */
public interface Satisfaction {

    /** Kind of the documents that describe surveys. */
    String KIND = "survey";

    /** The surveys with answers, by name. */
    List<String> surveys() throws StoreException;

    /** The questions of a survey that have answers on a scale, by name. */
    List<Question> questions(String survey) throws StoreException;

    /** The importance-performance chart of a survey. @throws CustomerException when a question is not known or nothing can be placed */
    Chart chart(Request request, Cancellation cancel) throws CustomerException, StoreException;

    /**
     * Keeps in which question of a survey customers state how important something is; charts by {@link Method#STATED} take it from there.
     *
     * @param importance name of that question; empty to forget it
     * @throws CustomerException when there is no such question, or it is the same
     */
    void pair(String survey, String question, Optional<String> importance) throws CustomerException, StoreException;

    /** How the importance of a question is found. */
    enum Method {
        /** Pearson's correlation with the overall judgement. */
        CORRELATION,
        /** Spearman's rank correlation with it. */
        RANK,
        /** Standardised coefficient of a regression of it on all questions. */
        REGRESSION,
        /** Stated in a question of its own. */
        STATED
    }

    /**
     * A question.
     *
     * @param label as people read it
     * @param answers how many have one
     * @param least and {@code most}: ends of its scale, as it is described or else as it was answered
     * @param factor what it is about, if that is known
     * @param importance question that states how important it is, if that is kept
     */
    record Question(String name, String label, long answers, double mean, double least, double most, Optional<QuestionRole> role,
            Optional<SatisfactionFactor> factor, Optional<String> importance) {

        /** Is it answered on a scale, and not yes or no? */
        public boolean scale() {
            return most - least > 1;
        }
    }

    /**
     * What to compute.
     *
     * @param overall question of the overall judgement; empty for the one that is found: described or named so
     * @param questions to place; none for all on the scale of the overall judgement
     * @param stated questions that state the importance of these, in the same order, for {@link Method#STATED}; none for those that are kept
     * @param among whose answers count; empty for all
     */
    record Request(String survey, Optional<String> overall, List<String> questions, List<String> stated, Method method, CrossHair crossHair,
            Optional<Criterion> among) {

        public Request {
            questions = List.copyOf(questions);
            stated = List.copyOf(stated);
        }

        /** All questions, importance by correlation, lines at the means. */
        public static Request of(String survey) {
            return new Request(survey, Optional.empty(), List.of(), List.of(), Method.CORRELATION, CrossHair.MEAN, Optional.empty());
        }
    }

    /** A chart. @param overall question of the overall judgement, empty when importance is stated @param customers who answered */
    record Chart(String survey, Optional<String> overall, Method method, long customers, double importanceLine, double performanceLine,
            List<Item> items) {

        public Chart {
            items = List.copyOf(items);
        }
    }

    /** A question in its quadrant. @param action what to do, a sentence */
    record Item(String question, String label, long answers, double importance, double performance, Quadrant quadrant, String action) {
    }
}
