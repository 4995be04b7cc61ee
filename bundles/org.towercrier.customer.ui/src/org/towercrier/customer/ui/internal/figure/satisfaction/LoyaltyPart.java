package org.towercrier.customer.ui.internal.figure.satisfaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Loyalty;
import org.towercrier.customer.Loyalty.Factor;
import org.towercrier.customer.Loyalty.Scores;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.figure.EditHistory;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigurePart;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.FollowedSegment;
import org.towercrier.customer.ui.internal.figure.SegmentNames;
import org.towercrier.customer.ui.internal.figure.satisfaction.LoyaltyFigures.Group;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.LoyaltyModel;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Behavioural, attitudinal and emotional loyalty by segment, what the scores come from, and the weights that combine them. */
public final class LoyaltyPart extends FigurePart {

    private static final int DIGITS = 2;

    private final EditHistory history;
    private Optional<Loyalty> loyalty = Optional.empty();
    private Optional<LoyaltyModel> model = Optional.empty();
    private Text behavioural;
    private Text attitudinal;
    private Text emotional;
    private NumbersPane numbers;
    private FigurePane segments;
    private FigurePane sources;

    /** What was read. */
    private record Shown(LoyaltyModel model, String label, Scores scores, List<Factor> factors, List<Group> groups) {
    }

    @Inject
    public LoyaltyPart(PartSite site, FigureSite figures, EditHistory history) {
        super(site, figures);
        this.history = history;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Loyalty service) {
        loyalty = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        FigureBar bar = new FigureBar(parent, site().locale());
        bar.label(texts().get("Loyalty_Weights"));
        behavioural = weight(bar, "Loyalty_behavioural", LoyaltyModel::setBehavioural);
        attitudinal = weight(bar, "Loyalty_attitudinal", LoyaltyModel::setAttitudinal);
        emotional = weight(bar, "Loyalty_emotional", LoyaltyModel::setEmotional);
    }

    private Text weight(FigureBar bar, String key, BiConsumer<LoyaltyModel, Double> set) {
        return bar.number(texts().get(key), texts().get("Loyalty_Weight_Tip"), value -> {
            if (model.isPresent() && loyalty.isPresent()) {
                LoyaltyModel after = EcoreUtil.copy(model.get());
                set.accept(after, value);
                if (!EcoreUtil.equals(model.get(), after)) {
                    history.change(texts().get("Loyalty_Edit"), model.get(), after, loyalty.get()::save);
                }
            }
        });
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.USER, texts().get("Loyalty_Title"), texts().get("Empty_Loyalty")).button(texts().get("Empty_Import"),
                figures()::importFiles);
        Composite page = page(parent);
        numbers = numbers(page);
        SashForm sash = new SashForm(page, SWT.VERTICAL);
        fill(List.of(sash));
        segments = figure(sash);
        sources = figure(sash);
        return page;
    }

    @Override
    protected void refresh() {
        if (loyalty.isEmpty() || figures().feed().segments().isEmpty()) {
            showNothing();
            return;
        }
        load(this::read, this::show);
    }

    private Shown read(Cancellation cancellation) throws CustomerException, StoreException {
        Loyalty service = loyalty.orElseThrow();
        Segments known = figures().feed().segments().orElseThrow();
        Optional<FollowedSegment> followed = figures().followed(Optional.of(known));
        AllOf everyone = CustomerFactory.eINSTANCE.createAllOf();
        Criterion whose = followed.flatMap(FollowedSegment::criterion).orElse(everyone);
        Scores scores = service.mean(whose, cancellation);
        List<Factor> factors = service.factors(whose, cancellation);
        Optional<Segmentation> chosen = known.find(figures().segment().map(SegmentSelection::segmentation).orElse(Segments.FOUR));
        Segmentation segmentation = chosen.isPresent() ? chosen.get() : known.find(Segments.FOUR).orElseThrow();
        SegmentNames names = SegmentNames.of(segmentation, texts());
        List<Group> groups = new ArrayList<>();
        List<String> paths = new ArrayList<>(segmentation.getSegments().stream().map(Segment::getName).toList());
        paths.add(Segments.UNASSIGNED);
        for (String path : paths) {
            groups.add(new Group(names.label(path), service.mean(FollowedSegment.rule(segmentation, path).orElseThrow(), cancellation)));
        }
        return new Shown(service.model(), followed.filter(each -> each.criterion().isPresent()).map(FollowedSegment::label)
                .orElse(texts().get("Everyone")), scores, factors, groups);
    }

    private void show(Shown found) {
        model = Optional.of(found.model());
        FigureBar.set(behavioural, weight(found.model().getBehavioural()));
        FigureBar.set(attitudinal, weight(found.model().getAttitudinal()));
        FigureBar.set(emotional, weight(found.model().getEmotional()));
        LoyaltyFigures figures = new LoyaltyFigures(texts(), site().numbers());
        numbers.show(figures.numbers(found.label(), found.scores()));
        segments.show(figures.groups(found.groups()));
        sources.show(figures.sources(found.label(), found.scores(), found.factors()));
        pane().showUnless(found.scores().customers() == 0 && found.groups().stream().allMatch(group -> group.scores().customers() == 0));
    }

    private String weight(Double value) {
        return value == null ? "" : site().numbers().measure(value, DIGITS, "");
    }
}
