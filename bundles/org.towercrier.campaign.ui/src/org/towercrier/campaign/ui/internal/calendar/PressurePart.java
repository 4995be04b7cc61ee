package org.towercrier.campaign.ui.internal.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.campaign.CampaignBoard;
import org.towercrier.campaign.CampaignBoard.Pressure;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.customer.Segments;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;

/** How hard customers are pressed: marketing contacts by week and segment, with what is planned. */
public final class PressurePart extends StatePart {

    private static final int WEEKS_BACK = 10;
    private static final int WEEKS_AHEAD = 3;
    private static final int STEP = 6;

    private final Texts texts;
    private final CampaignChoice choice;
    private Optional<CampaignBoard> board = Optional.empty();
    private Optional<Segments> segments = Optional.empty();
    private FigurePane figure;
    private Label period;
    private int shift;

    /** What was read. */
    private record Read(Pressure pressure, Map<String, String> names) {
    }

    @Inject
    public PressurePart(PartSite site, Texts texts, CampaignFeed feed, CampaignChoice choice) {
        super(site);
        this.texts = texts;
        this.choice = choice;
        feed.follow(this::changed);
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional CampaignBoard service,
            @org.eclipse.e4.core.di.annotations.Optional Segments groups) {
        board = Optional.ofNullable(service);
        segments = Optional.ofNullable(groups);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        button(bar, "Pressure_Earlier", () -> move(shift - STEP));
        button(bar, "Pressure_Today", () -> move(0));
        button(bar, "Pressure_Later", () -> move(shift + STEP));
        period = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(period);
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(bar);
    }

    private void button(Composite bar, String key, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(texts.get(key));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private void move(int weeks) {
        shift = weeks;
        refresh();
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.TABLE, texts.get("Part_Pressure"), texts.get("Empty_Pressure")).button(texts.get("Empty_ToBoard"),
                () -> choice.page(CampaignIds.PART_BOARD));
        figure = new FigurePane(parent, site().messages());
        site().track(figure);
        return figure;
    }

    @Override
    protected void refresh() {
        if (board.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        CampaignBoard service = board.get();
        Optional<Segments> groups = segments;
        LocalDate today = LocalDate.now(site().zone());
        LocalDate from = today.minusWeeks(WEEKS_BACK).plusWeeks(shift);
        LocalDate to = today.plusWeeks(WEEKS_AHEAD).plusWeeks(shift);
        period.setText(texts.get("Pressure_Period", from.toString(), to.toString()));
        loader().load(cancellation -> new Read(service.pressure(from, to, cancellation), names(groups)), read -> {
            PressureFigure calendar = new PressureFigure(read.pressure(), path -> read.names().getOrDefault(path, path), texts);
            pane().showUnless(calendar.isEmpty() && shift == 0);
            figure.show(calendar.figure());
        });
    }

    private static Map<String, String> names(Optional<Segments> groups) throws StoreException {
        Map<String, String> names = new HashMap<>();
        if (groups.isPresent()) {
            for (Segmentation segmentation : groups.get().list()) {
                segmentation.getSegments().forEach(segment -> name("", segment, names));
            }
        }
        return names;
    }

    private static void name(String parent, Segment segment, Map<String, String> names) {
        String path = parent + segment.getName();
        if (segment.getLabel() != null && !segment.getLabel().isBlank()) {
            names.put(path, segment.getLabel());
        }
        segment.getChildren().forEach(child -> name(path + "/", child, names));
    }
}
