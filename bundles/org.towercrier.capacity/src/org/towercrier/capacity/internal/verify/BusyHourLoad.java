package org.towercrier.capacity.internal.verify;

import java.util.EnumMap;
import java.util.Map;

/** What a constructed cell carries in each hour of three days, so that each of them is its busy hour. */
final class BusyHourLoad {

    private static final int DAYS = 3;
    private static final int PERIOD = 3600;
    /** Megabit in a gigabyte (10^9 byte), the unit of PDCP volumes (TS 28.552). */
    private static final double MEGABIT_PER_GIGABYTE = 8000;
    private static final double KILOBYTE_PER_MEGABIT = 125;

    /** The figures of the operator's table. */
    enum Figure {
        USERS, PUSCH, PDSCH, PDCCH, VOLUME_UL, VOLUME_DL, KILOBYTE_PER_ERAB
    }

    private final Map<Figure, Double> figures = new EnumMap<>(Figure.class);

    /** With a packet size in kilobyte per E-RAB, and all other figures far beyond every limit. */
    static BusyHourLoad beyondAllLimits(double kilobytePerErab) {
        BusyHourLoad load = new BusyHourLoad();
        load.with(Figure.USERS, 400).with(Figure.PUSCH, 99).with(Figure.PDSCH, 99).with(Figure.PDCCH, 99);
        return load.with(Figure.VOLUME_UL, 20).with(Figure.VOLUME_DL, 40).with(Figure.KILOBYTE_PER_ERAB, kilobytePerErab);
    }

    /** With another value of a figure: users, percent, gigabyte or kilobyte. */
    BusyHourLoad with(Figure figure, double value) {
        figures.put(figure, value);
        return this;
    }

    /** The measurements that mean these figures. */
    ConstructedSeries series() {
        double megabitUl = figures.get(Figure.VOLUME_UL) * MEGABIT_PER_GIGABYTE;
        double megabitDl = figures.get(Figure.VOLUME_DL) * MEGABIT_PER_GIGABYTE;
        return new ConstructedSeries(DAYS, PERIOD).all("DRB.MeanActiveUeDl", figures.get(Figure.USERS))
                .all("RRU.PrbTotUl", figures.get(Figure.PUSCH)).all("RRU.PrbTotDl", figures.get(Figure.PDSCH))
                .all("PDCCH.CceUtilisation", figures.get(Figure.PDCCH)).all("DRB.PdcpSduVolumeUL", megabitUl)
                .all("DRB.PdcpSduVolumeDL", megabitDl).all("ERAB.EstabInitSuccNbr",
                        (megabitUl + megabitDl) * KILOBYTE_PER_MEGABIT / figures.get(Figure.KILOBYTE_PER_ERAB));
    }
}
