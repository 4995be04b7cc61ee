package org.towercrier.exchange.tabular.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EPackage;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.internal.DefaultImportService;
import org.towercrier.exchange.internal.ImporterRegistry;
import org.towercrier.exchange.tabular.internal.importer.CsvImporter;
import org.towercrier.exchange.tabular.internal.importer.GeoJsonImporter;
import org.towercrier.exchange.tabular.internal.importer.JsonImporter;
import org.towercrier.exchange.tabular.internal.importer.OpenCellIdImporter;
import org.towercrier.exchange.tabular.internal.importer.Profiles;
import org.towercrier.exchange.tabular.internal.importer.WigleImporter;
import org.towercrier.exchange.tabular.internal.importer.XlsxImporter;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.ModelPackages;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** A workspace with all importers of tables, in a folder of its own. */
public final class TestWorkspace implements AutoCloseable {

    private final TemporaryStore store;
    private final DefaultImportService service;
    private final Path files;

    public TestWorkspace() throws StoreException, IOException {
        store = TestStores.temporary(ModelPackages.all().toArray(EPackage[]::new));
        Profiles profiles = new Profiles();
        ImporterRegistry registry = new ImporterRegistry();
        List.of(new CsvImporter(profiles), new XlsxImporter(profiles), new GeoJsonImporter(profiles), new JsonImporter(profiles),
                new OpenCellIdImporter(),
                new WigleImporter()).forEach(registry::addImporter);
        service = new DefaultImportService(store.store(), registry, profiles);
        files = Files.createTempDirectory("towercrier-tables");
    }

    /** For a field that JUnit closes: each test has its own. */
    public static TestWorkspace open() {
        try {
            return new TestWorkspace();
        } catch (StoreException | IOException broken) {
            throw new IllegalStateException("No workspace for a test", broken);
        }
    }

    /** Writes a file to import. */
    public Path file(String name, String content) throws IOException {
        return file(name, content, StandardCharsets.UTF_8);
    }

    public Path file(String name, String content, Charset charset) throws IOException {
        return Files.write(files.resolve(name), content.getBytes(charset));
    }

    public Path folder() {
        return files;
    }

    /** The services that a workspace has for an area: its store and the import. */
    public <T> T service(Class<T> type) {
        return type.cast(type == Store.class ? store.store() : service);
    }

    /** Imports files as found. */
    public ImportReport run(Path... paths) throws ImportException {
        return service.run(ImportRequest.of(paths), ImportMonitor.NONE);
    }

    public ImportReport run(ImportRequest request) throws ImportException {
        return service.run(request, ImportMonitor.NONE);
    }

    /** Imports one file by a profile. */
    public FileReport run(Path file, String profile) throws ImportException, IOException {
        Path yaml = file("test-profile.yaml", profile);
        return service.run(ImportRequest.of(file).withProfile(yaml), ImportMonitor.NONE).files().get(0);
    }

    /** Imports one file as found. */
    public FileReport one(Path file) throws ImportException {
        return run(file).files().get(0);
    }

    /** Rows of a class in the store. */
    public long count(String type) throws StoreException {
        TableSchema schema = TableSchema.of(ModelPackages.byName(type).orElseThrow());
        return store.store().read(sql -> (long) sql.fetchCount(schema.table()));
    }

    /** Rows of a statement, as maps. */
    public List<Map<String, Object>> rows(String sql) throws StoreException {
        return store.store().read(dsl -> dsl.fetch(sql).intoMaps());
    }

    /** The only value of a statement. */
    public Object value(String sql) throws StoreException {
        return store.store().read(dsl -> dsl.fetchValue(sql));
    }

    /** The quarantine report as text. */
    public static String quarantine(ImportReport report) throws IOException {
        return report.quarantine().isPresent() ? Files.readString(report.quarantine().get()) : "";
    }

    @Override
    public void close() throws IOException, StoreException {
        store.close();
        try (java.util.stream.Stream<Path> all = Files.walk(files)) {
            for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
