package org.towercrier.network.internal;

import java.util.Optional;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.network.Technology;

/** A cell as it stands in the inventory; numbers are NaN when absent. */
record StoredCell(String id, Optional<String> name, Optional<Technology> technology, String identity,
        boolean identified, Optional<String> site, Optional<String> baseStation, Optional<String> region,
        Optional<String> area, Optional<String> sector, Optional<String> band, Optional<CoverageScenario> scenario,
        double latitude, double longitude, double azimuth, double beamWidth, double range, double bandwidth, boolean synthetic) {

    boolean positioned() {
        return !Double.isNaN(latitude) && !Double.isNaN(longitude);
    }
}
