package org.towercrier.expansion.ui.internal.hints;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ui.internal.ExpansionIds;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.view.OverviewAddition;

/** The plan on the overview: what relieves most. */
@Component
public final class PlanTile implements OverviewAddition {

    private static final int LINES = 6;

    private final PlanDesk desk;

    /** Of the open workspace. */
    @Activate
    public PlanTile(@Reference PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public Content read(Locale locale) throws StoreException {
        Ground ground = desk.ground(Cancellation.none());
        return content(desk.state(), ground, new Texts(locale));
    }

    static Content content(DeskState state, Ground ground, Texts texts) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        Optional<ExpansionPlan> plan = state.plan();
        List<Hint> hints = HintList.of(state, ground).stream().filter(Hint::chosen).limit(LINES).toList();
        double most = hints.stream().mapToDouble(hint -> hint.effect().relief()).max().orElse(1);
        List<Line> lines = hints.stream()
                .map(hint -> new Line(hint.place().cellName() + " · " + hint.name(texts),
                        texts.get("Tile_Value", numbers.decimal(hint.effect().relief(), 0)), Optional.empty(),
                        most > 0 ? hint.effect().relief() / most : 0, Map.of(ExpansionIds.PARAMETER_CELLS, hint.place().cell())))
                .toList();
        return new Content(texts.get("Tile_Title"), plan.map(some -> numbers.decimal(some.relief(), 0)).orElse(""),
                plan.map(some -> texts.get("Tile_Caption", numbers.measure(some.cost(), 0, some.currency()))).orElse(""), lines,
                texts.get(plan.isPresent() ? "Facts_NoActions" : "Tile_NoPlan"), ExpansionIds.COMMAND_HINTS, Map.of());
    }

    @Override
    public Runnable follow(Runnable changed) {
        AtomicReference<Optional<ExpansionPlan>> told = new AtomicReference<>(desk.state().plan());
        return desk.follow(() -> {
            Optional<ExpansionPlan> now = desk.state().plan();
            if (!told.getAndSet(now).equals(now)) {
                changed.run();
            }
        });
    }
}
