package org.towercrier.radio;

/**
 * Path loss of 3GPP TR 38.901, table 7.4.1-1, urban macro and urban micro street canyon, 0.5 to 100 GHz, 10 m to 5 km on the ground. With
 * the line of sight blocked, the formula and its optional simple form are both there.
 *
 * @param scenario    urban macro or urban micro
 * @param sight       line of sight, blocked, or blocked by the optional formula
 * @param gigahertz   centre frequency
 * @param baseMetre   height of the base antenna: 25 m for macro, 10 m for micro in the report
 * @param mobileMetre height of the terminal, 1.5 to 22.5 m
 */
public record Tr38901(Scenario scenario, Sight sight, double gigahertz, double baseMetre, double mobileMetre) implements PathLoss {

    /** Metres a second, as the notes of the table count it. */
    private static final double LIGHT = 3.0e8;
    /** Effective height of the surroundings, metre: 1 for micro, and for macro with terminals below 13 m. */
    private static final double SURROUNDINGS = 1;

    /** Kinds of cells. */
    public enum Scenario {
        UMA,
        UMI_STREET_CANYON
    }

    /** What is between the antennas. */
    public enum Sight {
        LINE_OF_SIGHT,
        BLOCKED,
        BLOCKED_OPTIONAL
    }

    public Tr38901 {
        Checked.between(gigahertz, 0.5, 100, "frequency in gigahertz");
        Checked.positive(baseMetre - SURROUNDINGS, "height of the base antenna above 1 metre");
        Checked.between(mobileMetre, 1.5, 22.5, "height of the terminal in metre");
    }

    @Override
    public double decibel(double metre) {
        Checked.positive(metre, "distance in metre");
        return slant(Math.hypot(metre, baseMetre - mobileMetre));
    }

    /**
     * @param metre distance between the antennas themselves (d3D), metre
     * @return median path loss in decibel
     */
    public double slant(double metre) {
        double log = Math.log10(Checked.positive(metre, "distance in metre"));
        double frequency = 20 * Math.log10(gigahertz);
        boolean macro = scenario == Scenario.UMA;
        return switch (sight) {
            case LINE_OF_SIGHT -> open(metre);
            case BLOCKED_OPTIONAL -> 32.4 + frequency + (macro ? 30 : 31.9) * log;
            case BLOCKED -> Math.max(open(metre), macro ? 13.54 + 39.08 * log + frequency - 0.6 * (mobileMetre - 1.5)
                    : 22.4 + 35.3 * log + 21.3 * Math.log10(gigahertz) - 0.3 * (mobileMetre - 1.5));
        };
    }

    private double open(double slant) {
        boolean macro = scenario == Scenario.UMA;
        double frequency = 20 * Math.log10(gigahertz);
        double difference = baseMetre - mobileMetre;
        double breakPoint = breakPoint();
        double ground = Math.sqrt(Math.max(0, slant * slant - difference * difference));
        double constant = macro ? 28 : 32.4;
        if (ground <= breakPoint) {
            return constant + (macro ? 22 : 21) * Math.log10(slant) + frequency;
        }
        return constant + 40 * Math.log10(slant) + frequency
                - (macro ? 9 : 9.5) * Math.log10(breakPoint * breakPoint + difference * difference);
    }

    /** Distance on the ground at which the loss begins to grow faster (d'BP), metre. */
    public double breakPoint() {
        return 4 * (baseMetre - SURROUNDINGS) * (mobileMetre - SURROUNDINGS) * gigahertz * 1e9 / LIGHT;
    }

    /** Standard deviation of shadow fading in decibel, from the same table. */
    public double shadowing() {
        boolean macro = scenario == Scenario.UMA;
        return switch (sight) {
            case LINE_OF_SIGHT -> 4;
            case BLOCKED -> macro ? 6 : 7.82;
            case BLOCKED_OPTIONAL -> macro ? 7.8 : 8.2;
        };
    }

    /**
     * Probability of a line of sight (table 7.4.2-1).
     *
     * @param metre distance on the ground in metre
     * @return 0 to 1
     */
    public double sightProbability(double metre) {
        Checked.positive(metre, "distance in metre");
        if (metre <= 18) {
            return 1;
        }
        double near = 18 / metre;
        if (scenario == Scenario.UMI_STREET_CANYON) {
            return near + Math.exp(-metre / 36) * (1 - near);
        }
        double high = mobileMetre <= 13 ? 0 : Math.pow((mobileMetre - 13) / 10, 1.5);
        return (near + Math.exp(-metre / 63) * (1 - near)) * (1 + high * 1.25 * Math.pow(metre / 100, 3) * Math.exp(-metre / 150));
    }

    @Override
    public Validity validity() {
        return new Validity(10, 5000);
    }
}
