package org.towercrier.expansion;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.store.StoreException;

/**
 * Places where a new site could be built, listed by people or imported (class {@code CandidateSite} of the model): every plan of the open
 * workspace may choose among them.
 */
public interface CandidateSites {

    /** Their table in the store. */
    String TABLE = "candidate_site";

    /** All of them, by name. Those whose place is not known are not among them. */
    List<Candidate> list() throws StoreException;

    /** Adds new ones, and changes those that are there under the same id; what was imported with them stays. */
    void put(Collection<Candidate> candidates) throws StoreException;

    /** Takes some off the list; unknown ids do no harm. */
    void remove(Collection<String> ids) throws StoreException;

    /**
     * A place where a site could be built.
     *
     * @param id        unique among sites and candidates
     * @param name      for people
     * @param latitude  degrees, WGS 84
     * @param longitude degrees, WGS 84
     * @param note      what people know about it, may be empty
     */
    record Candidate(String id, String name, double latitude, double longitude, String note) {

        public Candidate {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(note, "note");
            problem(name, latitude, longitude).ifPresent(problem -> {
                throw new IllegalArgumentException(problem.name());
            });
        }

        /** What is wrong with such a candidate. */
        public static Optional<Problem> problem(String name, double latitude, double longitude) {
            return name.isBlank() ? Optional.of(Problem.NAME) : !(Math.abs(latitude) <= 90) ? Optional.of(Problem.LATITUDE)
                    : !(Math.abs(longitude) <= 180) ? Optional.of(Problem.LONGITUDE) : Optional.empty();
        }

        /** As plans take it. */
        public Situation.Place place() {
            return new Situation.Place(id, name, latitude, longitude);
        }
    }

    /** What can be wrong with a candidate. */
    enum Problem {
        /** It has no name. */
        NAME,
        /** Not -90 to 90. */
        LATITUDE,
        /** Not -180 to 180. */
        LONGITUDE
    }
}
