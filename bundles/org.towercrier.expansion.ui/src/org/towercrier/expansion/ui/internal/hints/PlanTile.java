package org.towercrier.expansion.ui.internal.hints;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.ui.internal.ExpansionIds;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.expansion.ui.internal.desk.Solved;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.view.OverviewAddition;

/** The plan on the overview: which one it is, and what relieves most. */
@Component
public final class PlanTile implements OverviewAddition {

    private static final int LINES = 4;

    private final PlanDesk desk;

    /** Of the open workspace. */
    @Activate
    public PlanTile(@Reference PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public Content read(Locale locale) throws StoreException {
        Ground ground = desk.ground(Cancellation.none());
        return content(desk.state(), ground, new Texts(locale), Dates.in(ZoneId.systemDefault()));
    }

    static Content content(DeskState state, Ground ground, Texts texts, Dates dates) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        Optional<ExpansionPlan> found = state.plan();
        if (found.isEmpty()) {
            String why = state.trouble().map(trouble -> String.valueOf(trouble.getLocalizedMessage())).orElse(texts.get("Tile_NoPlan"));
            return new Content(texts.get("Tile_Title"), "", "", List.of(), why, ExpansionIds.COMMAND_HINTS, Map.of());
        }
        ExpansionPlan plan = found.get();
        List<Hint> hints = HintList.of(state, ground).stream().filter(Hint::chosen).limit(LINES).toList();
        double most = hints.stream().mapToDouble(hint -> hint.effect().relief()).max().orElse(1);
        List<Line> lines = new ArrayList<>();
        lines.addAll(which(state, plan, texts, dates));
        hints.stream()
                .map(hint -> new Line(hint.place().cellName() + " · " + hint.name(texts),
                        texts.get("Tile_Value", numbers.decimal(hint.effect().relief(), 0)), Optional.empty(),
                        most > 0 ? hint.effect().relief() / most : 0, Map.of(ExpansionIds.PARAMETER_CELLS, hint.place().cell())))
                .forEach(lines::add);
        return new Content(texts.get("Tile_Title"), numbers.decimal(plan.relief(), 0),
                texts.get("Tile_Caption", numbers.measure(plan.cost(), 0, plan.currency())), lines, "", ExpansionIds.COMMAND_HINTS,
                Map.of());
    }

    /** Which plan it is, since when it is kept, how many actions it has, and how far from the best one it can be. */
    private static List<Line> which(DeskState state, ExpansionPlan plan, Texts texts, Dates dates) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        Optional<Solved.Shelved> shelved = state.solved().flatMap(Solved::shelved);
        String name = shelved.map(Solved.Shelved::name).filter(each -> !ExpansionPlans.LAST.equals(each))
                .orElse(texts.get("Compare_Last"));
        String gap = plan.gap().isPresent() ? numbers.percent(plan.gap().getAsDouble(), 2) : texts.get("Facts_None");
        return List.of(
                new Line(name, shelved.map(where -> dates.minute(where.saved())).orElse(""), Optional.empty(), 0, Map.of()),
                new Line(texts.get("Tile_Actions", plan.actions().size(), numbers.integer(plan.actions().size())),
                        texts.get("Tile_Gap", gap), Optional.empty(), 0, Map.of()));
    }

    @Override
    public Runnable follow(Runnable changed) {
        AtomicReference<Told> told = new AtomicReference<>(Told.of(desk.state()));
        return desk.follow(() -> {
            Told now = Told.of(desk.state());
            if (!told.getAndSet(now).equals(now)) {
                changed.run();
            }
        });
    }

    /** What the tile depends on. */
    private record Told(Optional<ExpansionPlan> plan, Optional<Solved.Shelved> shelved, Optional<Exception> trouble) {

        static Told of(DeskState state) {
            return new Told(state.plan(), state.solved().flatMap(Solved::shelved), state.trouble());
        }
    }
}
