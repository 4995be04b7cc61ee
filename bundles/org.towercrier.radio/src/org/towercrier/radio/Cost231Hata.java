package org.towercrier.radio;

/**
 * The extension of Hata's formula by COST 231 (Digital Mobile Radio Towards Future Generation Systems, final report, 1999, section 4.4.1):
 * made for 1,500 to 2,000 MHz, 1 to 20 km. In a large city 3 dB are added <em>and</em> the terminal correction of the large city is taken;
 * simulators that leave the correction out come to other values there.
 *
 * @param megahertz   frequency
 * @param baseMetre   effective height of the base antenna
 * @param mobileMetre height of the terminal
 * @param largeCity   whether this is a metropolitan centre
 */
public record Cost231Hata(double megahertz, double baseMetre, double mobileMetre, boolean largeCity) implements PathLoss {

    public Cost231Hata {
        Checked.positive(megahertz, "frequency in megahertz");
        Checked.positive(baseMetre, "height of the base antenna in metre");
        Checked.positive(mobileMetre, "height of the terminal in metre");
    }

    @Override
    public double decibel(double metre) {
        double kilometre = Checked.positive(metre, "distance in metre") / 1000;
        return 46.3 + 33.9 * Math.log10(megahertz) + OkumuraHata.geometry(baseMetre, kilometre)
                - OkumuraHata.mobileCorrection(megahertz, mobileMetre, largeCity) + (largeCity ? 3 : 0);
    }

    @Override
    public Validity validity() {
        return new Validity(1000, 20_000);
    }
}
