package org.towercrier.exchange.ui.internal.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.towercrier.exchange.Formats;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportService;
import org.towercrier.exchange.Recogniser;
import org.towercrier.exchange.Survey;
import org.towercrier.exchange.profile.ProfileCatalogue;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.ui.kit.Trouble;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Looks at the sources and imports them, away from the window's thread; what comes of it is in the {@link ImportState}. */
@Creatable
@Singleton
public final class ImportActions {

    /** So many files are shown before the import. */
    public static final int FILES = 500;
    /** So many rows of a table are shown. */
    public static final int ROWS = 20;

    private static final int TICKS = 1_000;
    private static final long PAUSE_MILLIS = 150;

    private final MApplication application;
    private final ImportState state;
    private final Job look = new LookJob();

    @Inject
    public ImportActions(MApplication application, ImportState state) {
        this.application = application;
        this.state = state;
    }

    /** The mapping profiles, absent when no importer of tables is installed. */
    public Optional<ProfileCatalogue> profiles() {
        return service(ProfileCatalogue.class);
    }

    /** The installed formats. */
    public Optional<Formats> formats() {
        return service(Formats.class);
    }

    /** Whether a workspace is open and takes imports. */
    public boolean canImport() {
        return service(ImportService.class).isPresent();
    }

    private <S> Optional<S> service(Class<S> type) {
        return Optional.ofNullable(application.getContext().get(type));
    }

    /** Looks at the sources again; many calls become one look. */
    public void look(Texts texts) {
        look.cancel();
        if (!state.draft().isEmpty() && service(Recogniser.class).isPresent()) {
            look.setName(texts.get("Look_Job"));
            state.looking();
            look.schedule(PAUSE_MILLIS);
        }
    }

    /** Imports, or tries it without storing. */
    public void run(boolean dryRun, Texts texts) {
        if (state.running().isEmpty() && !state.draft().isEmpty() && canImport()) {
            state.progress(Running.begin(dryRun));
            Job job = new RunJob(state.draft(), dryRun, texts);
            job.setUser(true);
            job.schedule();
        }
    }

    /** Stops the running import; nothing of it is stored. */
    public void cancel() {
        for (Job job : Job.getJobManager().find(ImportActions.class)) {
            job.cancel();
        }
    }

    /** The profile as a file: importers read it from one. A shipped one is written beside for as long as it is needed. */
    private Optional<Path> profileFile(ImportDraft draft) throws IOException {
        return switch (draft.profile()) {
            case ProfileChoice.Automatic automatic -> Optional.empty();
            case ProfileChoice.Own own -> Optional.of(own.file());
            case ProfileChoice.Shipped shipped -> {
                Path file = Files.createTempFile("profile", ".yaml");
                Files.writeString(file, profiles().map(all -> all.write(shipped.profile())).orElse(""));
                yield Optional.of(file);
            }
        };
    }

    private static void forget(ImportDraft draft, Optional<Path> profile) {
        if (profile.isPresent() && draft.profile() instanceof ProfileChoice.Shipped) {
            try {
                Files.deleteIfExists(profile.get());
            } catch (IOException stays) {
                // The system clears its folder of temporary files by itself.
                profile.get().toFile().deleteOnExit();
            }
        }
    }

    private final class LookJob extends Job {

        LookJob() {
            super("");
            setSystem(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            ImportDraft draft = state.draft();
            Optional<Recogniser> recogniser = service(Recogniser.class);
            if (draft.isEmpty() || recogniser.isEmpty()) {
                return Status.OK_STATUS;
            }
            Optional<Path> profile = Optional.empty();
            try {
                profile = profileFile(draft);
                Survey survey = recogniser.get().look(draft.request(profile, true), FILES, ROWS, monitor::isCanceled);
                state.looked(draft, new Look.Found(survey));
            } catch (ImportException trouble) {
                if (trouble.kind() == ImportException.Kind.CANCELLED) {
                    return Status.CANCEL_STATUS;
                }
                state.looked(draft, new Look.Failed(trouble.getMessage()));
            } catch (IOException trouble) {
                state.looked(draft, new Look.Failed(trouble.getMessage()));
            } finally {
                forget(draft, profile);
            }
            return Status.OK_STATUS;
        }
    }

    private final class RunJob extends Job {

        private final ImportDraft draft;
        private final boolean dryRun;
        private final String defect;

        RunJob(ImportDraft draft, boolean dryRun, Texts texts) {
            super(texts.get(dryRun ? "Run_DryRun" : "Run_Import"));
            this.draft = draft;
            this.dryRun = dryRun;
            defect = texts.get("Run_Defect");
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == ImportActions.class;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            monitor.beginTask(getName(), TICKS);
            // Stands when something fails that nobody foresaw; the job manager logs it.
            Outcome outcome = new Outcome.Failed(dryRun, defect, "");
            try {
                outcome = work(new Progress(monitor, dryRun));
            } finally {
                state.finished(outcome);
                monitor.done();
            }
            return outcome instanceof Outcome.Cancelled ? Status.CANCEL_STATUS : Status.OK_STATUS;
        }

        private Outcome failed(Exception trouble) {
            return new Outcome.Failed(dryRun, String.valueOf(trouble.getLocalizedMessage()), Trouble.of("", "", trouble).detail());
        }

        private Outcome work(Progress progress) {
            Optional<ImportService> service = service(ImportService.class);
            Optional<Path> profile = Optional.empty();
            try {
                if (service.isEmpty()) {
                    return new Outcome.Cancelled();
                }
                profile = profileFile(draft);
                ImportReport report = service.get().run(draft.request(profile, dryRun), progress);
                return new Outcome.Finished(dryRun, report);
            } catch (ImportException trouble) {
                return trouble.kind() == ImportException.Kind.CANCELLED ? new Outcome.Cancelled()
                        : failed(trouble);
            } catch (IOException trouble) {
                return failed(trouble);
            } finally {
                forget(draft, profile);
            }
        }
    }

    /** Carries what an import reports to the job's monitor and to the page. */
    private final class Progress implements ImportMonitor {

        private final IProgressMonitor monitor;
        private Running now;
        private int ticks;

        Progress(IProgressMonitor monitor, boolean dryRun) {
            this.monitor = monitor;
            now = Running.begin(dryRun);
        }

        @Override
        public synchronized void file(String file, int index, int count) {
            now = now.at(file, index, count);
            monitor.subTask(String.valueOf(Path.of(file).getFileName()));
            state.progress(now);
        }

        @Override
        public synchronized void progress(long bytes, long total) {
            now = now.read(bytes, total);
            int reached = (int) (now.share() * TICKS);
            if (reached > ticks) {
                monitor.worked(reached - ticks);
                ticks = reached;
                state.progress(now);
            }
        }

        @Override
        public synchronized void storing() {
            now = now.merging();
            state.progress(now);
        }

        @Override
        public boolean cancelled() {
            return monitor.isCanceled();
        }
    }
}
