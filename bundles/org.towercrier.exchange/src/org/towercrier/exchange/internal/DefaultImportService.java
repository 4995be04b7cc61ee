package org.towercrier.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportException.Kind;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportService;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.internal.FileFinder.Candidate;
import org.towercrier.exchange.profile.ProfileCatalogue;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.Store;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;

/** Imports into the open store. */
@Component
public final class DefaultImportService implements ImportService {

    private static final int CANCEL_CHECK_MS = 50;

    private final Store store;
    private final ImporterRegistry registry;
    private final Optional<ProfileCatalogue> profiles;
    private final Clock clock;

    @Activate
    public DefaultImportService(@Reference Store store, @Reference ImporterRegistry registry,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) ProfileCatalogue profiles) {
        this(store, registry, Optional.ofNullable(profiles), Clock.systemUTC());
    }

    /** For a clock of one's own. */
    DefaultImportService(Store store, ImporterRegistry registry, Optional<ProfileCatalogue> profiles, Clock clock) {
        this.store = store;
        this.registry = registry;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public List<ImporterInfo> formats() {
        return registry.importers();
    }

    @Override
    public ImportReport run(ImportRequest request, ImportMonitor monitor) throws ImportException {
        Path workspace = store.info().location();
        List<Candidate> candidates = new FileFinder(workspace).find(request.paths());
        FormatChoice formats = new FormatChoice(registry, profiles, request);
        List<String> extensions = registry.importers().stream().flatMap(info -> info.extensions().stream())
                .map(text -> text.toLowerCase(Locale.ROOT)).toList();
        CancelSwitch cancel = new CancelSwitch();
        try (QuarantineReport report = new QuarantineReport(workspace.resolve("quarantine"));
                ScheduledExecutorService watch = Executors
                        .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("import cancel").factory())) {
            watch.scheduleWithFixedDelay(() -> cancelIfAsked(monitor, cancel), 0, CANCEL_CHECK_MS, TimeUnit.MILLISECONDS);
            try {
                ImportRun run = new ImportRun(request, candidates, formats, extensions, registry.completions(), workspace, report, monitor,
                        cancel, clock);
                return store.write(run::execute, cancel);
            } finally {
                watch.shutdownNow();
            }
        } catch (ImportRun.DryRunDone dry) {
            return dry.report();
        } catch (CancellationException | StoreCancelledException cancelled) {
            throw new ImportException(Kind.CANCELLED, Texts.text("Request_Cancelled"), cancelled);
        } catch (StoreException trouble) {
            throw new ImportException(Kind.STORE, Texts.text("Request_Store", trouble.getMessage()), trouble);
        } catch (UncheckedIOException trouble) {
            throw new ImportException(Kind.STORE, trouble.getMessage(), trouble);
        } catch (IOException trouble) {
            throw new ImportException(Kind.STORE, Texts.text("Quarantine_Unwritable", workspace), trouble);
        }
    }

    private static void cancelIfAsked(ImportMonitor monitor, CancelSwitch cancel) {
        if (monitor.cancelled()) {
            cancel.cancel();
        }
    }
}
