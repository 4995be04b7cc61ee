package org.towercrier.network;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.network.Technology;

/**
 * Cells as columns, ordered by identity. Numbers are NaN when absent; positions are those of the cell, else of its
 * site.
 */
public final class CellColumns {

    private static final byte ABSENT = -1;

    private final String[] ids;
    private final String[] names;
    private final String[] sites;
    private final String[] regions;
    private final String[] bands;
    private final byte[] technologies;
    private final byte[] scenarios;
    private final double[] latitudes;
    private final double[] longitudes;
    private final float[] azimuths;
    private final float[] beamWidths;
    private final float[] ranges;
    private final float[] bandwidths;
    private final int[] sectors;
    private final boolean[] synthetic;

    CellColumns(Builder builder, int[] sectors) {
        this.ids = builder.ids;
        this.names = builder.names;
        this.sites = builder.sites;
        this.regions = builder.regions;
        this.bands = builder.bands;
        this.technologies = builder.technologies;
        this.scenarios = builder.scenarios;
        this.latitudes = builder.latitudes;
        this.longitudes = builder.longitudes;
        this.azimuths = builder.azimuths;
        this.beamWidths = builder.beamWidths;
        this.ranges = builder.ranges;
        this.bandwidths = builder.bandwidths;
        this.synthetic = builder.synthetic;
        this.sectors = sectors.clone();
    }

    /** Number of cells. */
    public int size() {
        return ids.length;
    }

    /** Identity of a cell. */
    public String id(int cell) {
        return ids[cell];
    }

    /** Name for people, else the identity. */
    public String name(int cell) {
        return names[cell] == null ? ids[cell] : names[cell];
    }

    /** Identity of the site. */
    public Optional<String> site(int cell) {
        return Optional.ofNullable(sites[cell]);
    }

    /** Identity of the region: the cell's own, else its site's. */
    public Optional<String> region(int cell) {
        return Optional.ofNullable(regions[cell]);
    }

    /** Band as the operator names it. */
    public Optional<String> band(int cell) {
        return Optional.ofNullable(bands[cell]);
    }

    public Optional<Technology> technology(int cell) {
        return technologies[cell] == ABSENT ? Optional.empty() : Optional.of(Technology.VALUES.get(technologies[cell]));
    }

    public Optional<CoverageScenario> scenario(int cell) {
        return scenarios[cell] == ABSENT ? Optional.empty()
                : Optional.of(CoverageScenario.VALUES.get(scenarios[cell]));
    }

    /** Degrees north, NaN when unknown. */
    public double latitude(int cell) {
        return latitudes[cell];
    }

    /** Degrees east, NaN when unknown. */
    public double longitude(int cell) {
        return longitudes[cell];
    }

    /** Degrees clockwise from north, NaN when unknown or all round. */
    public float azimuth(int cell) {
        return azimuths[cell];
    }

    /** Degrees, NaN when unknown. */
    public float beamWidth(int cell) {
        return beamWidths[cell];
    }

    /** Metres, NaN when unknown. */
    public float range(int cell) {
        return ranges[cell];
    }

    /** MHz, NaN when unknown. */
    public float bandwidth(int cell) {
        return bandwidths[cell];
    }

    /** Position of the physical sector in the snapshot; empty for cells without a site. */
    public OptionalInt sector(int cell) {
        return sectors[cell] < 0 ? OptionalInt.empty() : OptionalInt.of(sectors[cell]);
    }

    /** The position of a cell. */
    public OptionalInt indexOf(String cell) {
        int found = Arrays.binarySearch(ids, cell);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Whether a cell was generated and does not exist. */
    public boolean synthetic(int cell) {
        return synthetic[cell];
    }

    boolean anySynthetic() {
        for (boolean each : synthetic) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    Map<Technology, Long> byTechnology() {
        return count(technologies, Technology.VALUES, Technology.class);
    }

    Map<CoverageScenario, Long> byScenario() {
        return count(scenarios, CoverageScenario.VALUES, CoverageScenario.class);
    }

    private static <E extends Enum<E>> Map<E, Long> count(byte[] values, List<E> literals, Class<E> type) {
        Map<E, Long> counts = new EnumMap<>(type);
        for (byte value : values) {
            if (value != ABSENT) {
                counts.merge(literals.get(value), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** Collects cells in ascending order of identity, then makes the columns. */
    public static final class Builder {

        private String[] ids = new String[0];
        private String[] names = new String[0];
        private String[] sites = new String[0];
        private String[] regions = new String[0];
        private String[] bands = new String[0];
        private byte[] technologies = new byte[0];
        private byte[] scenarios = new byte[0];
        private double[] latitudes = new double[0];
        private double[] longitudes = new double[0];
        private float[] azimuths = new float[0];
        private float[] beamWidths = new float[0];
        private float[] ranges = new float[0];
        private float[] bandwidths = new float[0];
        private boolean[] synthetic = new boolean[0];
        private int size;

        /**
         * Adds a cell.
         *
         * @throws IllegalArgumentException
         *             when the identities do not ascend
         */
        public Builder add(CellRow cell) {
            if (size > 0 && ids[size - 1].compareTo(cell.id()) >= 0) {
                throw new IllegalArgumentException(cell.id() + " comes after " + ids[size - 1]);
            }
            if (size == ids.length) {
                resize(Math.max(1_024, size * 2));
            }
            ids[size] = cell.id();
            names[size] = cell.name().orElse(null);
            sites[size] = cell.site().orElse(null);
            regions[size] = cell.region().orElse(null);
            bands[size] = cell.band().orElse(null);
            technologies[size] = ordinal(cell.technology().map(Technology.VALUES::indexOf));
            scenarios[size] = ordinal(cell.scenario().map(CoverageScenario.VALUES::indexOf));
            latitudes[size] = cell.latitude();
            longitudes[size] = cell.longitude();
            azimuths[size] = (float) cell.azimuth();
            beamWidths[size] = (float) cell.beamWidth();
            ranges[size] = (float) cell.range();
            bandwidths[size] = (float) cell.bandwidth();
            synthetic[size] = cell.synthetic();
            size++;
            return this;
        }

        private static byte ordinal(Optional<Integer> position) {
            return position.map(Integer::byteValue).orElse(ABSENT);
        }

        private void resize(int length) {
            ids = Arrays.copyOf(ids, length);
            names = Arrays.copyOf(names, length);
            sites = Arrays.copyOf(sites, length);
            regions = Arrays.copyOf(regions, length);
            bands = Arrays.copyOf(bands, length);
            technologies = Arrays.copyOf(technologies, length);
            scenarios = Arrays.copyOf(scenarios, length);
            latitudes = Arrays.copyOf(latitudes, length);
            longitudes = Arrays.copyOf(longitudes, length);
            azimuths = Arrays.copyOf(azimuths, length);
            beamWidths = Arrays.copyOf(beamWidths, length);
            ranges = Arrays.copyOf(ranges, length);
            bandwidths = Arrays.copyOf(bandwidths, length);
            synthetic = Arrays.copyOf(synthetic, length);
        }

        /**
         * The columns; the builder is used up.
         *
         * @param sectors
         *            position of the physical sector of each cell, -1 for none
         */
        public CellColumns build(int[] sectors) {
            if (sectors.length != size) {
                throw new IllegalArgumentException(sectors.length + " sectors for " + size + " cells");
            }
            resize(size);
            return new CellColumns(this, sectors);
        }
    }
}
