package org.towercrier.campaign.ui.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CampaignTexts;
import org.towercrier.campaign.Campaigns;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Reports;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** A campaign as a file: its report for a meeting, and its text for other workspaces. */
@Creatable
public final class CampaignFiles {

    private static final String REPORT = "campaign";

    private final Texts texts;
    private final PartSite site;
    private final CampaignJobs jobs;
    private Optional<Reports> reports = Optional.empty();
    private Optional<Campaigns> campaigns = Optional.empty();
    private Optional<CampaignTexts> yaml = Optional.empty();

    @Inject
    public CampaignFiles(Texts texts, PartSite site, CampaignJobs jobs) {
        this.texts = texts;
        this.site = site;
        this.jobs = jobs;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional Reports written,
            @org.eclipse.e4.core.di.annotations.Optional Campaigns documents,
            @org.eclipse.e4.core.di.annotations.Optional CampaignTexts words) {
        reports = Optional.ofNullable(written);
        campaigns = Optional.ofNullable(documents);
        yaml = Optional.ofNullable(words);
    }

    /** Asks for a file and writes the report of a campaign, as HTML or XLSX by its name. */
    public void report(Shell shell, String campaign, Consumer<String> said) {
        reports.ifPresent(service -> ask(shell, campaign + ".html", "*.html", "*.xlsx").ifPresent(file -> {
            ReportRequest request = ReportRequest.of(texts.locale(), site.zone(), Instant.now()).about(List.of(campaign));
            jobs.run("Files_Report", cancellation -> {
                service.write(service.compose(REPORT, request), request, file);
                return file;
            }, done -> said.accept(texts.get("Files_Written", done.toString())), said);
        }));
    }

    /** Asks for a file and writes a campaign as text that can be read again. */
    public void export(Shell shell, String campaign, Consumer<String> said) {
        if (campaigns.isEmpty() || yaml.isEmpty()) {
            return;
        }
        Campaigns documents = campaigns.get();
        CampaignTexts words = yaml.get();
        ask(shell, campaign + ".yaml", "*.yaml").ifPresent(file -> jobs.run("Files_Export", cancellation -> {
            var found = documents.open(campaign).orElseThrow(() -> new CampaignException("Campaign_Unknown", campaign));
            Files.writeString(file, words.write(found.root()));
            return file;
        }, done -> said.accept(texts.get("Files_Written", done.toString())), said));
    }

    private static Optional<Path> ask(Shell shell, String name, String... extensions) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFilterExtensions(extensions);
        dialog.setFileName(name);
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
