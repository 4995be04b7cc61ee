package org.towercrier.statistics.survival;

import java.util.List;

/**
 * A fitted proportional-hazards model.
 *
 * @param subjects number of subjects
 * @param events number of events
 * @param logLikelihood logarithm of the partial likelihood at the estimate, Efron's ties
 * @param nullLogLikelihood the same without covariates
 * @param likelihoodRatio test of all coefficients at once: twice the difference of the two
 * @param df coefficients that could be estimated
 * @param p of the likelihood-ratio test
 * @param coefficients in the order of the covariates
 * @param iterations Newton steps that were taken
 * @param converged did the likelihood stop growing?
 */
public record CoxFit(long subjects, long events, double logLikelihood, double nullLogLikelihood, double likelihoodRatio, int df, double p,
        List<Coefficient> coefficients, int iterations, boolean converged) {

    public CoxFit {
        coefficients = List.copyOf(coefficients);
    }

    /** What can be said of a coefficient. */
    public enum State {
        /** Estimated. */
        ESTIMATED,
        /** The covariate is constant, or a combination of those before it: there is nothing to estimate, and the figures are NaN. */
        DEPENDENT,
        /** The likelihood grows without end with it, because nearly every event falls on one side: it may be infinite. */
        UNBOUNDED
    }

    /**
     * One coefficient.
     *
     * @param name of the covariate
     * @param coef logarithm of the hazard ratio per unit
     * @param se standard error of it
     * @param z coef / se
     * @param p two-sided, of z
     * @param hazardRatio exp(coef)
     * @param lower lower 95 % limit of the hazard ratio
     * @param upper upper 95 % limit of the hazard ratio
     */
    public record Coefficient(String name, double coef, double se, double z, double p, double hazardRatio, double lower, double upper,
            State state) {
    }
}
