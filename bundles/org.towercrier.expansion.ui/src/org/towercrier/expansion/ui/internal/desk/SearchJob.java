package org.towercrier.expansion.ui.internal.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.towercrier.expansion.Expansion;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.PlanCurve;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.ui.internal.desk.DeskState.Standing;
import org.towercrier.planning.ChoicePlan;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.StoreJob;

/** Solves the cost-relief curve in the background: every plan is on the desk as soon as it is there, and so is how the search stands. */
final class SearchJob extends StoreJob {

    /** All plans of the curve together. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
    /** Nobody reads faster. */
    private static final long NANOS_BETWEEN_NEWS = 200_000_000;
    private static final double USUAL_PLANS = 12;

    private final PlanDesk desk;
    private final Expansion expansion;
    private final ExpansionPlans plans;
    private final PlanQuestion question;
    private final ZoneId zone;
    private final Locale locale;
    private final AtomicLong lastNews = new AtomicLong(System.nanoTime());
    private Optional<Solved> solved = Optional.empty();

    SearchJob(String name, PlanDesk desk, Expansion expansion, ExpansionPlans plans, PlanQuestion question, ZoneId zone, Locale locale) {
        super(name);
        this.desk = desk;
        this.expansion = expansion;
        this.plans = plans;
        this.question = question;
        this.zone = zone;
        this.locale = locale;
        setUser(true);
    }

    @Override
    protected IStatus work(Cancellation cancellation) throws StoreException {
        Optional<Exception> trouble = Optional.empty();
        try {
            PlanCurve curve = expansion.curve(question.request(TIME_LIMIT, zone, locale), monitor(cancellation),
                    plan -> found(plan, cancellation));
            curve.plans().forEach(plan -> found(plan, cancellation));
            solved.filter(all -> curve.complete()).map(Solved::completed).ifPresent(all -> desk.change(before -> before.showing(all)));
            Optional<ExpansionPlan> asked = curve.plans().stream().filter(plan -> plan.budget() == question.budget()).findFirst();
            if (asked.isPresent()) {
                plans.replace(ExpansionPlans.LAST, asked.get(), curve, "");
                desk.kept(asked.get(), ExpansionPlans.LAST, Instant.now());
            }
            return Status.OK_STATUS;
        } catch (PlanException impossible) {
            trouble = Optional.of(impossible);
            return Status.OK_STATUS;
        } catch (StoreException unreadable) {
            trouble = cancellation.cancelled() ? Optional.empty() : Optional.of(unreadable);
            throw unreadable;
        } finally {
            desk.searched(trouble);
        }
    }

    @Override
    protected IStatus failed(StoreException trouble) {
        // The views say it; a dialog besides would say it twice.
        return Status.OK_STATUS;
    }

    private void found(ExpansionPlan plan, Cancellation cancellation) {
        Solved all = solved.map(before -> before.and(plan))
                .orElseGet(() -> new Solved(question, java.util.List.of(plan), people(plan), Optional.empty(), false));
        solved = Optional.of(all);
        cancellation.progress(Math.min(1, all.plans().size() / USUAL_PLANS));
        desk.change(before -> before.showing(all)
                .running(before.running().orElse(Standing.BEGUN).withPlans(all.plans().size())));
    }

    private Map<String, org.towercrier.areas.CellPeople> people(ExpansionPlan plan) {
        return desk.people(plan);
    }

    private PlanningMonitor monitor(Cancellation cancellation) {
        return new PlanningMonitor() {
            @Override
            public boolean cancelled() {
                return cancellation.cancelled();
            }

            @Override
            public void progress(Progress progress) {
                long now = System.nanoTime();
                long last = lastNews.get();
                if (now - last > NANOS_BETWEEN_NEWS && lastNews.compareAndSet(last, now)) {
                    desk.change(before -> before.running(standing(before, progress)));
                }
            }
        };
    }

    private static Standing standing(DeskState before, PlanningMonitor.Progress progress) {
        int plans = before.running().map(Standing::plans).orElse(0);
        if (progress.solution() instanceof ChoicePlan best) {
            double relief = best.relieved().stream().mapToDouble(Double::doubleValue).sum();
            return new Standing(plans, OptionalInt.of(best.actions().size()), relief, progress.objective(), progress.bound(),
                    progress.elapsed());
        }
        return new Standing(plans, OptionalInt.empty(), Double.NaN, progress.objective(), progress.bound(), progress.elapsed());
    }
}
