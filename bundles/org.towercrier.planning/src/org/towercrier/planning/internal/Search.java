package org.towercrier.planning.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningMonitor.Progress;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.PlanningResult.Status;
import org.towercrier.planning.Problem;
import org.towercrier.planning.solver.Programme;
import org.towercrier.planning.solver.ProgrammeSolver;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Limits;
import org.towercrier.planning.solver.ProgrammeSolver.Listener;
import org.towercrier.planning.solver.SolverUnavailableException;

/**
 * One run: the clock, the best solution and the best bound so far, and the way to the solver library. Every solution that is offered is evaluated by
 * the problem itself, so no search can claim more than it has. Safe for use by several threads.
 */
public final class Search<S> {

    private static final double NEGLIGIBLE = 1e-9;
    private static final double NANOS = 1e9;

    private final Problem<S> problem;
    private final PlanningOptions options;
    private final PlanningMonitor monitor;
    private final Optional<ProgrammeSolver> solver;
    private final long started = System.nanoTime();
    private final List<String> methods = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<S> best = Optional.empty();
    private double objective;
    private OptionalDouble bound = OptionalDouble.empty();
    private boolean infeasible;
    private boolean unavailable;

    public Search(Problem<S> problem, PlanningOptions options, PlanningMonitor monitor, Optional<ProgrammeSolver> solver) {
        this.problem = problem;
        this.options = options;
        this.monitor = monitor;
        this.solver = solver;
        if (solver.isEmpty()) {
            notes.add(PlanningResult.NO_LIBRARY);
        }
    }

    public PlanningOptions options() {
        return options;
    }

    /** A new source of chance that gives the same numbers in every run. */
    public RandomGenerator random(long stream) {
        return RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(options.seed() * 1_000_003 + stream);
    }

    public double elapsed() {
        return (System.nanoTime() - started) / NANOS;
    }

    /** Seconds left, not negative. */
    public double left() {
        return Math.max(0, options.timeLimit().toNanos() / NANOS - elapsed());
    }

    /** Whether the time is over or the user wants to stop. */
    public boolean stopped() {
        return left() <= 0 || monitor.cancelled();
    }

    public boolean cancelled() {
        return monitor.cancelled();
    }

    /** Whether nothing remains to be done: stopped, or proven well enough. */
    public boolean finished() {
        return stopped() || proven();
    }

    /** Whether the best solution is within the gap of the bound, or there is none. */
    public synchronized boolean proven() {
        return infeasible || best.isPresent() && bound.isPresent()
                && Math.abs(objective - bound.getAsDouble()) <= Math.max(NEGLIGIBLE * Math.max(1, Math.abs(objective)),
                        options.gap() * Math.abs(objective));
    }

    /**
     * A solution. It is kept when it is better than the best so far.
     *
     * @return its objective
     * @throws IllegalArgumentException
     *             when it breaks a rule
     */
    public double offer(S solution) {
        double value = problem.objective(solution);
        synchronized (this) {
            if (best.isPresent() && !better(value, objective)) {
                return value;
            }
            best = Optional.of(solution);
            objective = value;
        }
        report();
        return value;
    }

    private boolean better(double one, double other) {
        return problem.minimises() ? one < other : one > other;
    }

    /** A proven bound; kept when it says more than the one so far. */
    public void bound(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return;
        }
        synchronized (this) {
            if (bound.isPresent() && !better(bound.getAsDouble(), value)) {
                return;
            }
            bound = OptionalDouble.of(value);
        }
        report();
    }

    /** Proven: the best solution so far is the best of all. */
    public synchronized void optimal() {
        bound = OptionalDouble.of(objective);
    }

    /** Proven: there is no solution. */
    public synchronized void infeasible() {
        infeasible = best.isEmpty();
    }

    private void report() {
        Optional<Progress> progress;
        synchronized (this) {
            progress = best.map(solution -> new Progress(solution, objective, bound, time()));
        }
        progress.ifPresent(monitor::progress);
    }

    public synchronized Optional<S> best() {
        return best;
    }

    /** Of the best solution; infinitely bad when there is none. */
    public synchronized double objective() {
        return best.isPresent() ? objective : problem.minimises() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    public synchronized OptionalDouble bound() {
        return bound;
    }

    /** Names what was used, for people. */
    public synchronized void method(String name) {
        if (!methods.contains(name)) {
            methods.add(name);
        }
    }

    public synchronized void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    public synchronized boolean hasSolver() {
        return solver.isPresent() && !unavailable;
    }

    /** Asks the solver library, if there is one, for at most so many seconds of those left. */
    public Answer ask(Programme programme, ProgrammeSolver.Kind kind, double seconds) {
        return ask(programme, kind, seconds, options.gap(), Listener.of(this::stopped));
    }

    /** As {@link #ask(Programme, ProgrammeSolver.Kind, double)} with a listener that hears of every solution. */
    public Answer ask(Programme programme, ProgrammeSolver.Kind kind, double seconds, double gap, Listener listener) {
        if (!hasSolver() || stopped()) {
            return Answer.unknown();
        }
        Duration time = Duration.ofMillis((long) (Math.min(seconds, left()) * 1000));
        try {
            return solver.orElseThrow().solve(programme, new Limits(kind, time, gap, options.workers(), options.seed()), listener);
        } catch (SolverUnavailableException trouble) {
            synchronized (this) {
                unavailable = true;
                notes.add("The solver library cannot be used on this platform, own searches only: " + trouble.getMessage());
            }
            return Answer.unknown();
        }
    }

    private Duration time() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** What it came to. */
    public synchronized PlanningResult<S> result() {
        Status status;
        if (best.isPresent()) {
            status = bound.isPresent() && isNothing(objective - bound.getAsDouble()) ? Status.OPTIMAL : Status.FEASIBLE;
        } else {
            status = infeasible ? Status.INFEASIBLE : Status.UNKNOWN;
        }
        if (best.isPresent() && bound.isPresent() && better(objective, bound.getAsDouble())) {
            // Both are computed with rounding: a bound never says more than the solution shows.
            bound = OptionalDouble.of(objective);
            status = Status.OPTIMAL;
        }
        if (monitor.cancelled()) {
            note(PlanningResult.STOPPED);
        }
        return new PlanningResult<>(status, best, best.isPresent() ? OptionalDouble.of(objective) : OptionalDouble.empty(), bound, time(),
                String.join(", ", methods), notes);
    }

    private boolean isNothing(double difference) {
        return Math.abs(difference) <= NEGLIGIBLE * Math.max(1, Math.abs(objective));
    }
}
