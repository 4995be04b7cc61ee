package org.towercrier.radio;

import java.util.OptionalDouble;

/** Median path loss between a base station and a terminal over their distance: a model with everything but the distance settled. */
public interface PathLoss {

    /**
     * @param metre distance on the ground in metre, positive
     * @return median path loss in decibel
     */
    double decibel(double metre);

    /** Range of distances for which the model was made. */
    Validity validity();

    /**
     * Distances for which a model was made; outside of them a loss is an extrapolation.
     *
     * @param fromMetre least distance in metre
     * @param toMetre   greatest distance in metre
     */
    record Validity(double fromMetre, double toMetre) {

        /** Whether the model was made for this distance. */
        public boolean holds(double metre) {
            return metre >= fromMetre && metre <= toMetre;
        }
    }

    /**
     * The greatest distance at which the loss is still bearable, found by halving; path loss grows with distance in all models here.
     *
     * @param decibel greatest path loss of the link budget, margins already taken off, in decibel
     * @return metre within the validity of the model; its upper end when even there the loss is bearable; empty when the loss is already
     *         too great at its lower end
     */
    default OptionalDouble range(double decibel) {
        double near = validity().fromMetre();
        double far = validity().toMetre();
        if (decibel(near) > decibel) {
            return OptionalDouble.empty();
        }
        if (decibel(far) <= decibel) {
            return OptionalDouble.of(far);
        }
        while (far - near > 1e-6 * far) {
            double middle = (near + far) / 2;
            if (decibel(middle) <= decibel) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return OptionalDouble.of(near);
    }
}
