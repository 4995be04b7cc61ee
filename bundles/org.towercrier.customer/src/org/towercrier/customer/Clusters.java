package org.towercrier.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * Groups of customers that are found and not defined: k-means++ on standardised features with several starts, learned on a sample; everyone is then put into the nearest
 * group by one statement. Groups keep their names between runs.
 */
public interface Clusters {

    /** Kind of the documents with learned groups. */
    String KIND = "cluster-model";
    /** Name of the segmentation under which the groups of customers are kept. */
    String SEGMENTATION = "clusters";

    /** The features that are used when none are named, of which something is known in the workspace. */
    List<String> usualFeatures() throws StoreException;

    /** Learns, scores everyone and keeps both. */
    Report learn(Request request, Cancellation cancel) throws CustomerException, StoreException;

    /** The groups as they were last learned, with the agreement with the rules as they are now; seconds and silhouettes of other numbers are not kept. */
    Optional<Report> latest(Cancellation cancel) throws StoreException;

    /**
     * What to learn.
     *
     * @param features attributes that are numbers, {@code Customer.tenure} or {@code MonthlyFacts.spend}; none for the usual ones
     * @param clusters how many groups, 0 to choose the number with the greatest silhouette
     * @param sample how many customers to learn on
     * @param restarts how many starts
     * @param seed start of the random numbers: the same gives the same groups
     */
    record Request(List<String> features, int clusters, int sample, int restarts, long seed) {

        /** Four groups of the usual features. */
        public static final Request USUAL = new Request(List.of(), 4, 20_000, 10, 1);

        public Request {
            features = List.copyOf(features);
        }
    }

    /**
     * What was found.
     *
     * @param customers that were put into a group
     * @param blank customers of whom no feature is known; they are in no group
     * @param sample customers that were learned on
     * @param silhouette mean silhouette of the sample, -1 to 1
     * @param tried silhouette by number of groups, when the number was to be chosen
     * @param agreement adjusted Rand index with the four named groups of the rules on the sample, 1 for the same and about 0 for chance; NaN without rules
     * @param seconds that learning took, and scoring everyone
     */
    record Report(List<String> features, long customers, long blank, int sample, double silhouette, Map<Integer, Double> tried,
            double agreement,
            double learnSeconds, double scoreSeconds, List<Profile> clusters) {
    }

    /**
     * A group.
     *
     * @param name stable between runs
     * @param customers in it
     * @param share of all in a group
     * @param centroid mean of each feature in its own unit
     * @param apart what sets it apart, strongest first: how many standard deviations its mean lies from that of all
     */
    record Profile(String name, long customers, double share, Map<String, Double> centroid, Map<String, Double> apart) {
    }
}
