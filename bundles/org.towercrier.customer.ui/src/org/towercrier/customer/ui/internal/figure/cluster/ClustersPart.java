package org.towercrier.customer.ui.internal.figure.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.customer.Clusters;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.figure.AttributeNames;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigurePart;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.SegmentNames;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.kit.Trouble;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StoreJob;
import org.towercrier.ui.view.Troubles;

import jakarta.inject.Inject;

/** Groups of customers that were found and not defined: their profiles, what sets each apart, and how far the four rules agree. */
public final class ClustersPart extends FigurePart {

    private static final int FEWEST = 2;
    private static final int MOST = 8;
    private static final int USUAL = 4;

    private final SharedSelection selection;
    private Optional<Clusters> clusters = Optional.empty();
    private Optional<Segments> segments = Optional.empty();
    private int groups = USUAL;
    private boolean learning;
    private Button learn;
    private NumbersPane numbers;
    private FigurePane profiles;
    private Label words;

    /** What was read. */
    private record Shown(Clusters.Report report, SegmentNames names) {
    }

    @Inject
    public ClustersPart(PartSite site, FigureSite figures, SharedSelection selection) {
        super(site, figures);
        this.selection = selection;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional Clusters service,
            @org.eclipse.e4.core.di.annotations.Optional Segments segmentService) {
        clusters = Optional.ofNullable(service);
        segments = Optional.ofNullable(segmentService);
        changed();
    }

    @Override
    protected boolean followsSegment() {
        return false;
    }

    @Override
    protected void createBar(Composite parent) {
        FigureBar bar = new FigureBar(parent, site().locale());
        List<String> choices = new ArrayList<>(List.of(texts().get("Clusters_Choose")));
        for (int count = FEWEST; count <= MOST; count++) {
            choices.add(String.valueOf(count));
        }
        bar.choice(texts().get("Clusters_Groups"), choices, groups == 0 ? 0 : groups - FEWEST + 1,
                index -> groups = index == 0 ? 0 : index + FEWEST - 1);
        learn = bar.button(texts().get("Clusters_Learn"), texts().get("Clusters_Learn_Tip"), this::learn);
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.USERS, texts().get("Clusters_Title"), texts().get("Empty_Clusters")).button(texts().get("Clusters_Learn"),
                this::learn);
        Composite page = page(parent);
        numbers = numbers(page);
        profiles = figure(page);
        profiles.onOpen(target -> selection.segment(new SegmentSelection(Clusters.SEGMENTATION, Optional.of(target.toString()), this)));
        fill(List.of(profiles));
        words = new Label(page, org.eclipse.swt.SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 4).hint(100, org.eclipse.swt.SWT.DEFAULT).applyTo(words);
        return page;
    }

    @Override
    protected void refresh() {
        if (clusters.isEmpty() || segments.isEmpty()) {
            showNothing();
            return;
        }
        Clusters service = clusters.get();
        load(cancellation -> latest(service, cancellation), found -> found.ifPresentOrElse(this::show, () -> pane().showEmpty()));
    }

    private Optional<Shown> latest(Clusters service, Cancellation cancellation) throws CustomerException, StoreException {
        Optional<Clusters.Report> report = service.latest(cancellation);
        return report.isEmpty() ? Optional.empty() : Optional.of(shown(report.get()));
    }

    private Shown shown(Clusters.Report report) throws StoreException {
        return new Shown(report, SegmentNames.of(segments.orElseThrow().find(Segments.FOUR).orElseThrow(), texts()));
    }

    /** Learns in a job of its own, which goes on when the view shows something else. */
    private void learn() {
        if (learning || clusters.isEmpty()) {
            return;
        }
        Clusters service = clusters.get();
        int wanted = groups;
        setLearning(true);
        StoreJob job = new StoreJob(texts().get("Clusters_Job")) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                try {
                    Shown found = shown(service.learn(new Clusters.Request(List.of(), wanted, Clusters.Request.USUAL.sample(),
                            Clusters.Request.USUAL.restarts(), Clusters.Request.USUAL.seed()), cancellation));
                    site().later(() -> learned(found));
                    return Status.OK_STATUS;
                } catch (CustomerException refused) {
                    site().later(() -> say(Trouble.of(refused.getMessage(), texts().get("Clusters_Remedy"), refused)));
                    return Status.warning(refused.getMessage(), refused);
                }
            }

            @Override
            protected IStatus failed(StoreException trouble) {
                site().later(() -> say(Troubles.of(trouble, site().messages())));
                return super.failed(trouble);
            }
        };
        job.addJobChangeListener(new org.eclipse.core.runtime.jobs.JobChangeAdapter() {
            @Override
            public void done(org.eclipse.core.runtime.jobs.IJobChangeEvent event) {
                site().later(() -> setLearning(false));
            }
        });
        job.schedule();
    }

    private void setLearning(boolean now) {
        learning = now;
        if (isBuilt()) {
            learn.setEnabled(!now);
            pane().setLoading(now);
        }
    }

    private void say(Trouble trouble) {
        if (isBuilt()) {
            pane().showTrouble(trouble, this::learn);
        }
    }

    private void learned(Shown found) {
        if (isBuilt()) {
            loader().cancel();
            show(found);
            pane().showContent();
        }
    }

    private void show(Shown found) {
        ClusterFigures figures = new ClusterFigures(texts(), site().numbers(), new AttributeNames(texts()), found.names());
        numbers.show(figures.numbers(found.report()));
        profiles.show(figures.profiles(found.report()));
        words.setText(figures.sentence(found.report()));
        words.setToolTipText(words.getText());
        words.requestLayout();
    }
}
