package org.towercrier.expansion.ui.internal.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.PlanCurve;
import org.towercrier.expansion.PlanExport;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Reports;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StoreJob;

import jakarta.inject.Inject;
import org.towercrier.expansion.ui.internal.NameBox;

/** Keeps plans under a name and writes them to files, in the background. */
@Creatable
public final class PlanFiles {

    private static final String FOLDER = "folder";
    private static final List<String> ENDINGS = List.of(".html", ".xlsx", ".csv", ".geojson");

    private final PartSite site;
    private final Texts texts;
    private ExpansionPlans plans;
    private Reports reports;
    private Optional<PlanDesk> desk = Optional.empty();

    @Inject
    public PlanFiles(PartSite site, Texts texts) {
        this.site = site;
        this.texts = texts;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional ExpansionPlans kept,
            @org.eclipse.e4.core.di.annotations.Optional Reports written,
            @org.eclipse.e4.core.di.annotations.Optional PlanDesk planDesk) {
        desk = Optional.ofNullable(planDesk);
        plans = kept;
        reports = written;
    }

    /** Asks for a name and keeps the plan with its curve; one of that name before stays in its history. @param said is told what became of it */
    public void save(Control near, Optional<ExpansionPlan> plan, Optional<PlanCurve> curve, Consumer<String> said) {
        ExpansionPlans service = plans;
        if (service != null && plan.isPresent()) {
            String proposal = texts.get("Save_Proposal", Math.round(plan.get().budget() / 1000), plan.get().horizon());
            NameBox.ask(near, texts.get("Save_Prompt"), texts.get("Save_Info"), proposal, ExpansionPlans::isName,
                    name -> run(texts.get("Job_Save"), () -> {
                        service.replace(name, plan.get(), curve.orElseGet(() -> PlanCurve.of(plan.get())), "");
                        desk.ifPresent(open -> open.kept(plan.get(), name, Instant.now()));
                        site.later(() -> said.accept(texts.get("Save_Done", name)));
                    }));
        }
    }

    /** Asks for a file and writes the plan: report, workbook, table or map by its ending. @param said is told what became of it */
    public void export(Control near, Optional<ExpansionPlan> plan, Consumer<String> said) {
        if (plan.isEmpty()) {
            return;
        }
        FileDialog dialog = new FileDialog(near.getShell(), SWT.SAVE);
        dialog.setText(texts.get("Action_Export_Tip"));
        dialog.setFilterExtensions(ENDINGS.stream().map(ending -> "*" + ending).toArray(String[]::new));
        dialog.setFilterNames(ENDINGS.stream().map(ending -> texts.get("Export_" + ending.substring(1))).toArray(String[]::new));
        dialog.setFileName("expansion-plan" + ENDINGS.getFirst());
        dialog.setOverwrite(true);
        site.remembered(FOLDER).ifPresent(dialog::setFilterPath);
        String chosen = dialog.open();
        if (chosen != null) {
            Path file = ended(Path.of(chosen), ENDINGS.get(Math.max(0, dialog.getFilterIndex())));
            site.remember(FOLDER, String.valueOf(file.getParent()));
            write(plan.get(), file, said);
        }
    }

    /** Whoever chooses the kind in the dialog need not type its ending. */
    private static Path ended(Path file, String ending) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) ? file : file.resolveSibling(file.getFileName() + ending);
    }

    /** Writes a plan by the ending of the file, and opens reports. */
    void write(ExpansionPlan plan, Path file, Consumer<String> said) {
        Reports service = reports;
        run(texts.get("Job_Export"), () -> {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (name.endsWith(".csv")) {
                PlanExport.csv(plan, file, texts.locale());
            } else if (name.endsWith(".geojson")) {
                PlanExport.geoJson(plan, file, texts.locale());
            } else if (service != null) {
                ReportRequest request = ReportRequest.of(texts.locale(), site.zone(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
                service.write(PlanExport.report(plan, Optional.empty(), texts.locale()), request, file);
                site.later(() -> Program.launch(file.toString()));
            }
            site.later(() -> said.accept(texts.get("Export_Done", file)));
        });
    }

    /** Something done in the background. */
    interface Work {
        void run() throws StoreException, IOException, ReportException;
    }

    /** Does something in the background; what stands in its way is told. */
    void run(String name, Work work) {
        new StoreJob(name) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                try {
                    work.run();
                    return Status.OK_STATUS;
                } catch (IOException unwritable) {
                    return Status.error(texts.get("Export_Failed", String.valueOf(unwritable.getMessage())), unwritable);
                } catch (ReportException refused) {
                    return Status.warning(String.valueOf(refused.getMessage()), refused);
                }
            }
        }.schedule();
    }
}
