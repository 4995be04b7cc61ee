package org.towercrier.campaign.ui.internal.result;

import java.time.Instant;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.campaign.CampaignResults;
import org.towercrier.campaign.CampaignResults.Result;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.CampaignFiles;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.campaign.ui.internal.page.CampaignPage;
import org.towercrier.campaign.ui.internal.page.RichText;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** What a campaign did: the verdict in plain words, effects with intervals, the funnel, the return, and whether the comparison can be trusted. */
public final class ResultPart extends CampaignPage<Result> {

    private final CampaignFiles files;
    private Optional<CampaignResults> results = Optional.empty();
    private NumbersPane strip;
    private RichText words;
    private FigurePane effects;
    private FigurePane spend;
    private FigurePane funnel;
    private FigurePane qini;
    private SashForm left;
    private SashForm right;

    @Inject
    public ResultPart(PartSite site, Texts texts, Words words, CampaignFeed feed, CampaignChoice choice, CampaignFiles files) {
        super(site, texts, words, feed, choice);
        this.files = files;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional CampaignResults service) {
        results = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected boolean isReady() {
        return results.isPresent();
    }

    @Override
    protected boolean isWanted(Campaigns.Info campaign) {
        return campaign.launched().isPresent();
    }

    @Override
    protected void fillBar(Composite bar) {
        Button report = new Button(bar, SWT.PUSH);
        report.setText(texts().get("Result_Report"));
        report.setToolTipText(texts().get("Result_Report_Tip"));
        report.addSelectionListener(SelectionListener
                .widgetSelectedAdapter(event -> campaign().ifPresent(info -> files.report(report.getShell(), info.id(), this::say))));
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.CHART, texts().get("Part_Result"), texts().get("Empty_Result"));
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
        strip = new NumbersPane(whole);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        SashForm halves = new SashForm(whole, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        words = new RichText(halves);
        left = new SashForm(halves, SWT.VERTICAL);
        effects = new FigurePane(left, site().messages());
        spend = new FigurePane(left, site().messages());
        right = new SashForm(halves, SWT.VERTICAL);
        funnel = new FigurePane(right, site().messages());
        qini = new FigurePane(right, site().messages());
        halves.setWeights(28, 40, 32);
        left.setWeights(60, 40);
        site().track(strip, effects, spend, funnel, qini);
        return whole;
    }

    @Override
    protected Reading<Result> reading() {
        CampaignResults service = results.orElseThrow();
        Instant now = Instant.now();
        return (campaign, cancellation) -> service.evaluate(campaign, now, cancellation);
    }

    @Override
    protected void show(Campaigns.Info campaign, Result found) {
        ResultFigures figures = new ResultFigures(found, texts(), words());
        strip.show(figures.strip());
        new ResultWords(found, texts(), words()).write(words);
        effects.show(figures.effects());
        figures.spend().ifPresent(spend::show);
        left.setMaximizedControl(figures.spend().isPresent() ? null : effects);
        funnel.show(figures.funnel());
        figures.qini().ifPresent(qini::show);
        right.setMaximizedControl(figures.qini().isPresent() ? null : funnel);
        say(texts().get("Result_AsOf", site().dates().minute(found.at())));
    }
}
