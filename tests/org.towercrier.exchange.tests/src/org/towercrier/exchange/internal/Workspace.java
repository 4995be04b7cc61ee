package org.towercrier.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.jooq.Record;
import org.jooq.Result;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.internal.pm.PmJsonImporter;
import org.towercrier.exchange.internal.pm.PmXmlImporter;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Stores;
import org.towercrier.store.TableSchema;
import org.towercrier.store.duckdb.DuckDbEngine;

/** A workspace in a temporary folder with the import service on it, and files to import. */
public final class Workspace implements AutoCloseable {

    /** When the imports of the tests happen. */
    public static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private final Path folder;
    private final Store store;
    private final ImporterRegistry registry = new ImporterRegistry();
    private final DefaultImportService service;

    public Workspace(Path folder) throws StoreException, IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("in"));
        this.store = Stores.open(new DuckDbEngine(), folder.resolve("workspace"));
        store.ensure(stored(MeasurementPackage.eINSTANCE));
        store.ensure(stored(NetworkPackage.eINSTANCE));
        registry.addImporter(new PmXmlImporter());
        registry.addImporter(new PmJsonImporter());
        this.service = new DefaultImportService(store, registry, Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<EClass> stored(EPackage model) {
        return model.getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast).filter(TableSchema::isStored)
                .toList();
    }

    public Store store() {
        return store;
    }

    public ImporterRegistry registry() {
        return registry;
    }

    public Path folder() {
        return folder;
    }

    public void add(Importer importer) {
        registry.addImporter(importer);
    }

    public Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    public ImportReport run(ImportRequest request) throws ImportException {
        return service.run(request, ImportMonitor.NONE);
    }

    public ImportReport run(ImportRequest request, ImportMonitor monitor) throws ImportException {
        return service.run(request, monitor);
    }

    /** Imports one file and returns what is said of it. */
    public FileReport one(Path file) throws ImportException {
        List<FileReport> files = run(ImportRequest.of(file)).files();
        if (files.size() != 1) {
            throw new AssertionError("expected one file, not " + files);
        }
        return files.getFirst();
    }

    public List<Map<String, Object>> rows(String sql) throws StoreException {
        Result<Record> result = store.read(context -> context.fetch(sql));
        return result.intoMaps();
    }

    public long count(String table) throws StoreException {
        return ((Number) rows("select count(*) as n from " + table).getFirst().get("n")).longValue();
    }

    /** The quarantine report as text, empty when there is none. */
    public static String quarantine(ImportReport report) throws IOException {
        return report.quarantine().isPresent() ? Files.readString(report.quarantine().get()) : "";
    }

    @Override
    public void close() throws StoreException {
        store.close();
    }
}
