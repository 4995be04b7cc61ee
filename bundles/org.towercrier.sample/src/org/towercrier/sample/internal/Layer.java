package org.towercrier.sample.internal;

import org.towercrier.model.network.Technology;

/**
 * A carrier of the invented operator. Channel numbers follow 3GPP TS 36.101, 38.104, 25.102 and 45.005 for the
 * frequency given.
 */
enum Layer {

    TDD_41A(Technology.LTE_TDD, "B41", 40540, 2585.0, 20, 100, 25.0),
    TDD_41B(Technology.LTE_TDD, "B41", 40738, 2604.8, 20, 100, 25.0),
    TDD_39(Technology.LTE_TDD, "B39", 38400, 1895.0, 20, 100, 24.0),
    TDD_40(Technology.LTE_TDD, "B40", 39150, 2350.0, 20, 100, 28.0),
    FDD_3(Technology.LTE_FDD, "B3", 1650, 1850.0, 20, 100, 34.0),
    FDD_8(Technology.LTE_FDD, "B8", 3650, 945.0, 10, 50, 15.0),
    NR_41(Technology.NR, "n41", 513000, 2565.0, 100, 273, 260.0),
    GSM_900(Technology.GSM, "900", 62, 947.4, 0.2, 0, 0),
    TDS_34(Technology.TD_SCDMA, "A", 10054, 2010.8, 1.6, 0, 0);

    private final Technology technology;
    private final String band;
    private final int channel;
    private final double frequency;
    private final double bandwidth;
    private final int resourceBlocks;
    private final double capacity;

    Layer(Technology technology, String band, int channel, double frequency, double bandwidth, int resourceBlocks,
            double capacity) {
        this.technology = technology;
        this.band = band;
        this.channel = channel;
        this.frequency = frequency;
        this.bandwidth = bandwidth;
        this.resourceBlocks = resourceBlocks;
        this.capacity = capacity;
    }

    String id() {
        return "SYN-" + name().replace('_', '-');
    }

    Technology technology() {
        return technology;
    }

    String band() {
        return band;
    }

    int channel() {
        return channel;
    }

    /** MHz. */
    double frequency() {
        return frequency;
    }

    /** MHz. */
    double bandwidth() {
        return bandwidth;
    }

    /** Physical resource blocks of the carrier, 0 for circuit-switched technologies. */
    int resourceBlocks() {
        return resourceBlocks;
    }

    /** Downlink Mbit/s of a cell with good radio conditions at full load, 0 for circuit-switched technologies. */
    double capacity() {
        return capacity;
    }

    boolean packet() {
        return resourceBlocks > 0;
    }
}
