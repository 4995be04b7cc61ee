package org.towercrier.radio;

/**
 * Propagation with nothing in the way: 92.45 + 20 log10 f + 20 log10 d with f in gigahertz and d in kilometre (Recommendation ITU-R P.525),
 * and the first Fresnel zone, 17.32 √(d1 d2 / (f d)).
 *
 * @param gigahertz frequency
 */
public record FreeSpace(double gigahertz) implements PathLoss {

    public FreeSpace {
        Checked.positive(gigahertz, "frequency in gigahertz");
    }

    @Override
    public double decibel(double metre) {
        return 92.45 + 20 * Math.log10(gigahertz) + 20 * Math.log10(Checked.positive(metre, "distance in metre") / 1000);
    }

    @Override
    public Validity validity() {
        return new Validity(1, 1_000_000);
    }

    /**
     * Radius of the first Fresnel zone.
     *
     * @param toOneEnd   kilometre from the place to one end of the path
     * @param toOtherEnd kilometre from the place to the other end
     * @return metre
     */
    public double fresnelRadius(double toOneEnd, double toOtherEnd) {
        Checked.positive(toOneEnd, "distance in kilometre");
        Checked.positive(toOtherEnd, "distance in kilometre");
        return 17.32 * Math.sqrt(toOneEnd * toOtherEnd / (gigahertz * (toOneEnd + toOtherEnd)));
    }
}
