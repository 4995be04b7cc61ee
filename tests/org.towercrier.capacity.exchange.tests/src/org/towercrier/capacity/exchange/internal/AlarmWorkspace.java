package org.towercrier.capacity.exchange.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EPackage;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmFormat;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.exchange.internal.in.Tmf642Importer;
import org.towercrier.capacity.exchange.internal.in.Ts28532Importer;
import org.towercrier.capacity.exchange.internal.in.VesImporter;
import org.towercrier.capacity.internal.alarm.AlarmServiceComponent;
import org.towercrier.capacity.internal.alarm.ExternalAlarmsComponent;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.internal.DefaultImportService;
import org.towercrier.exchange.internal.ImporterRegistry;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.ModelPackages;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** A workspace that imports alarms, and the files to do so. */
final class AlarmWorkspace implements AutoCloseable {

    private final TemporaryStore store;
    private final DefaultImportService imports;
    private final AlarmService alarms;
    private final Path files;
    private int count;

    AlarmWorkspace() throws StoreException, IOException {
        store = TestStores.temporary(ModelPackages.all().toArray(EPackage[]::new));
        ImporterRegistry registry = new ImporterRegistry();
        registry.addImporter(new VesImporter());
        registry.addImporter(new Ts28532Importer());
        registry.addImporter(new Tmf642Importer());
        registry.addCompletion(new ExternalCompletion(new ExternalAlarmsComponent()));
        imports = new DefaultImportService(store.store(), registry, null);
        alarms = new AlarmServiceComponent(store.store());
        files = Files.createTempDirectory("towercrier-alarms");
    }

    Store store() {
        return store.store();
    }

    AlarmService alarms() {
        return alarms;
    }

    /** Imports a text as a file. */
    FileReport say(String text) throws IOException, ImportException {
        return one(Files.writeString(files.resolve("said-" + count++ + ".json"), text));
    }

    /** Imports a file. */
    FileReport one(Path file) throws ImportException {
        return imports.run(ImportRequest.of(file), ImportMonitor.NONE).files().getFirst();
    }

    List<Alarm> all() throws StoreException {
        return alarms.list(AlarmFilter.ALL);
    }

    Alarm only() throws StoreException {
        List<Alarm> all = all();
        if (all.size() != 1) {
            throw new AssertionError("one alarm is expected, not " + all);
        }
        return all.getFirst();
    }

    String export(AlarmFormat format) throws StoreException, IOException {
        List<Alarm> all = all();
        Map<String, List<HistoryEntry>> histories = alarms.histories(all.stream().map(Alarm::id).toList());
        StringWriter out = new StringWriter();
        format.write(all.stream().map(alarm -> new AlarmFormat.Story(alarm, histories.getOrDefault(alarm.id(), List.of()))).toList(), out);
        return out.toString();
    }

    @Override
    public void close() throws StoreException, IOException {
        store.close();
    }
}
