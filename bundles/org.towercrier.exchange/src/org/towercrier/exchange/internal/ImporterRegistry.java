package org.towercrier.exchange.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.towercrier.exchange.Exporter;
import org.towercrier.exchange.ExporterInfo;
import org.towercrier.exchange.Formats;
import org.towercrier.exchange.ImportCompletion;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;

/** The importers and exporters that are there at the moment. */
@Component(service = { Formats.class, ImporterRegistry.class })
public final class ImporterRegistry implements Formats {

    private final List<Importer> importers = new CopyOnWriteArrayList<>();
    private final List<Exporter> exporters = new CopyOnWriteArrayList<>();
    private final List<ImportCompletion> completions = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addImporter(Importer importer) {
        importers.add(importer);
    }

    public void removeImporter(Importer importer) {
        importers.remove(importer);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addExporter(Exporter exporter) {
        exporters.add(exporter);
    }

    public void removeExporter(Exporter exporter) {
        exporters.remove(exporter);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addCompletion(ImportCompletion completion) {
        completions.add(completion);
    }

    public void removeCompletion(ImportCompletion completion) {
        completions.remove(completion);
    }

    /** What completes an import. */
    List<ImportCompletion> completions() {
        return List.copyOf(completions);
    }

    @Override
    public List<ImporterInfo> importers() {
        return installed().stream().map(Importer::info).toList();
    }

    @Override
    public List<ExporterInfo> exporters() {
        return exporters.stream().map(Exporter::info).sorted(Comparator.comparing(ExporterInfo::id)).toList();
    }

    /** By id, so that equal confidence is always decided the same way. */
    List<Importer> installed() {
        return importers.stream().sorted(Comparator.comparing(importer -> importer.info().id())).toList();
    }

    Optional<Importer> byId(String id) {
        return importers.stream().filter(importer -> importer.info().id().equals(id)).findFirst();
    }
}
