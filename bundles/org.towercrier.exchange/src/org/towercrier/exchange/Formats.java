package org.towercrier.exchange;

import java.util.List;

/** The formats that are installed; available without an open workspace. */
public interface Formats {

    /** Importers by id. */
    List<ImporterInfo> importers();

    /** Exporters by id. */
    List<ExporterInfo> exporters();
}
