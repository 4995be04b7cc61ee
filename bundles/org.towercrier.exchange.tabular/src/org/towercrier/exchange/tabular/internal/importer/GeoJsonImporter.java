package org.towercrier.exchange.tabular.internal.importer;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.JsonTable;
import org.towercrier.exchange.tabular.internal.table.TableSource;

/** Features of GeoJSON: points become sites, cells or access points, areas regions. */
@Component(service = Importer.class)
public final class GeoJsonImporter extends TabularImporter {

    @Activate
    public GeoJsonImporter(@Reference Profiles profiles) {
        super("geojson", List.of("geojson", "json"), profiles);
    }

    @Override
    public Recognition recognise(Probe probe) {
        return Heads.header(probe).filter(head -> head.format().equals("geojson") && head.columns().contains("coordinates"))
                .map(head -> new Recognition(85, Messages.of("recognised.features"))).orElse(Recognition.NONE);
    }

    @Override
    TableSource table(ImportSource source, Optional<ImportProfile> profile) {
        return bytes -> JsonTable.open(source::open, bytes);
    }
}
