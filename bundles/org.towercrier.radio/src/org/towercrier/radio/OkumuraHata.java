package org.towercrier.radio;

/**
 * Okumura-Hata (M. Hata, Empirical Formula for Propagation Loss in Land Mobile Radio Services, IEEE Transactions on Vehicular Technology
 * 29(3), 1980): made for 150 to 1,500 MHz, 1 to 20 km, base antennas of 30 to 200 m and terminals of 1 to 10 m.
 *
 * @param megahertz   frequency
 * @param baseMetre   effective height of the base antenna
 * @param mobileMetre height of the terminal
 * @param place       kind of surroundings
 * @param largeCity   whether they belong to a large city, whose terminal correction also holds for its outskirts
 */
public record OkumuraHata(double megahertz, double baseMetre, double mobileMetre, Surroundings place, boolean largeCity)
        implements
            PathLoss {

    public OkumuraHata {
        Checked.positive(megahertz, "frequency in megahertz");
        Checked.positive(baseMetre, "height of the base antenna in metre");
        Checked.positive(mobileMetre, "height of the terminal in metre");
    }

    @Override
    public double decibel(double metre) {
        double kilometre = Checked.positive(metre, "distance in metre") / 1000;
        double log = Math.log10(megahertz);
        double urban = 69.55 + 26.16 * log + geometry(baseMetre, kilometre) - mobileCorrection(megahertz, mobileMetre, largeCity);
        return urban - switch (place) {
            case URBAN -> 0;
            case SUBURBAN -> 2 * Math.pow(Math.log10(megahertz / 28), 2) + 5.4;
            case OPEN -> 4.78 * log * log - 18.33 * log + 40.94;
        };
    }

    @Override
    public Validity validity() {
        return new Validity(1000, 20_000);
    }

    /** What base antenna and distance do, the same in the extension of COST 231. */
    static double geometry(double baseMetre, double kilometre) {
        double height = Math.log10(baseMetre);
        return -13.82 * height + (44.9 - 6.55 * height) * Math.log10(kilometre);
    }

    /** Correction for the height of the terminal, a(hm), in decibel. */
    static double mobileCorrection(double megahertz, double mobileMetre, boolean largeCity) {
        if (!largeCity) {
            double log = Math.log10(megahertz);
            return (1.1 * log - 0.7) * mobileMetre - (1.56 * log - 0.8);
        }
        return megahertz < 300 ? 8.29 * Math.pow(Math.log10(1.54 * mobileMetre), 2) - 1.1
                : 3.2 * Math.pow(Math.log10(11.75 * mobileMetre), 2) - 4.97;
    }
}
