package org.towercrier.network;

import java.util.Objects;
import java.util.Optional;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.network.Technology;

/** What the snapshot keeps of a cell; numbers are NaN when absent. */
public record CellRow(String id, Optional<String> name, Optional<String> site, Optional<String> region,
        Optional<String> band, Optional<Technology> technology, Optional<CoverageScenario> scenario, double latitude,
        double longitude, double azimuth, double beamWidth, double range, double bandwidth, boolean synthetic) {

    public CellRow {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(site);
        Objects.requireNonNull(region);
        Objects.requireNonNull(band);
        Objects.requireNonNull(technology);
        Objects.requireNonNull(scenario);
    }
}
