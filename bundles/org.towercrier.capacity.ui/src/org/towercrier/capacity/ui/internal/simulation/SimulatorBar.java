package org.towercrier.capacity.ui.internal.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.Dates;

/** What stands above a simulation: which rules, over which period, run, stop, activate and on which condition. */
final class SimulatorBar extends Composite {

    private static final List<Integer> DAYS = List.of(7, 14, 30);
    private static final int SETS_WIDTH = 240;

    private final Texts texts;
    private final Combo sets;
    private final Combo period;
    private final DateTime from;
    private final DateTime to;
    private final Button run;
    private final Button cancel;
    private final ActivationRow activation;
    private List<RuleSetChoice> choices = List.of();
    private boolean suggested;

    /** What the bar makes happen. */
    interface Actions {

        void run();

        void cancel();

        void activate(boolean skipSimulation);
    }

    /** A period; absent ends are those of what is stored. */
    record Period(Optional<Instant> from, Optional<Instant> to) {
    }

    SimulatorBar(Composite parent, Texts texts, Dates dates, Actions actions) {
        super(parent, SWT.NONE);
        this.texts = texts;
        GridLayoutFactory.fillDefaults().margins(0, 4).spacing(0, 4).applyTo(this);
        Composite first = row();
        new Label(first, SWT.NONE).setText(texts.get("Rules_Set"));
        sets = new Combo(first, SWT.READ_ONLY);
        GridDataFactory.swtDefaults().hint(SETS_WIDTH, SWT.DEFAULT).applyTo(sets);
        sets.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show()));
        new Label(first, SWT.NONE).setText(texts.get("Cell_Period"));
        period = new Combo(first, SWT.READ_ONLY);
        period.add(texts.get("Simulator_All"));
        DAYS.forEach(days -> period.add(texts.get("Simulator_Last", days)));
        period.add(texts.get("Simulator_Between"));
        period.select(0);
        period.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showDates()));
        // No drop-down: its calendar is disposed of before the field is coloured anew, and the theme could not be switched.
        from = new DateTime(first, SWT.DATE | SWT.MEDIUM);
        to = new DateTime(first, SWT.DATE | SWT.MEDIUM);
        from.setToolTipText(texts.get("Simulator_From"));
        to.setToolTipText(texts.get("Simulator_To"));
        run = Buttons.push(first, texts, "Simulator_Run", actions::run);
        cancel = Buttons.push(first, texts, "Simulator_Cancel", actions::cancel);
        GridLayoutFactory.fillDefaults().numColumns(first.getChildren().length).margins(8, 0).spacing(8, 0).applyTo(first);
        activation = new ActivationRow(this, texts, dates, actions::activate);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(activation);
        showDates();
        setRunning(false);
    }

    private Composite row() {
        Composite row = new Composite(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private void showDates() {
        boolean shown = period.getSelectionIndex() == period.getItemCount() - 1;
        ActivationRow.setShown(from, shown);
        ActivationRow.setShown(to, shown);
    }

    /** The name of a rule set for people. */
    String label(String name) {
        return choices.stream().filter(each -> each.info().name().equals(name)).findFirst().map(each -> each.info().label()).orElse(name);
    }

    /** The rule set that is chosen. */
    Optional<RuleSetChoice> choice() {
        int index = sets.getSelectionIndex();
        return index < 0 || index >= choices.size() ? Optional.empty() : Optional.of(choices.get(index));
    }

    /** Shows which rule sets there are; the one of that name is chosen, else the one that is, else the one in force. */
    void setChoices(List<RuleSetChoice> found, Optional<String> name) {
        Optional<String> wanted = name.or(() -> choice().map(each -> each.info().name()));
        choices = List.copyOf(found);
        sets.setItems(choices.stream()
                .map(each -> each.info().active() ? texts.get("Rules_ActiveName", each.info().label()) : each.info().label())
                .toArray(String[]::new));
        List<String> names = choices.stream().map(each -> each.info().name()).toList();
        int index = wanted.map(names::indexOf).orElse(-1);
        for (int i = 0; i < choices.size() && index < 0; i++) {
            index = choices.get(i).info().active() ? i : index;
        }
        sets.select(index);
        show();
    }

    private void show() {
        activation.show(choice());
    }

    void say(String text) {
        activation.say(text);
    }

    void setRunning(boolean running) {
        run.setEnabled(!running && !choices.isEmpty());
        ActivationRow.setShown(cancel, running);
        sets.setEnabled(!running);
        period.setEnabled(!running);
    }

    /** Offers the last week that is stored, until somebody chooses other days. */
    void suggest(Instant latest, ZoneId zone) {
        if (!suggested) {
            suggested = true;
            LocalDate last = latest.minusNanos(1).atZone(zone).toLocalDate();
            LocalDate first = last.minusDays(DAYS.getFirst() - 1L);
            from.setDate(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth());
            to.setDate(last.getYear(), last.getMonthValue() - 1, last.getDayOfMonth());
        }
    }

    /**
     * The period chosen.
     *
     * @param latest end of what is stored
     */
    Period period(Optional<Instant> latest, ZoneId zone) {
        int index = period.getSelectionIndex();
        if (index == period.getItemCount() - 1) {
            Instant begin = day(from).atStartOfDay(zone).toInstant();
            return new Period(Optional.of(begin), Optional.of(day(to).plusDays(1).atStartOfDay(zone).toInstant()).filter(begin::isBefore));
        }
        return index <= 0 ? new Period(Optional.empty(), Optional.empty())
                : new Period(latest.map(end -> end.minus(Duration.ofDays(DAYS.get(index - 1)))), Optional.empty());
    }

    private static LocalDate day(DateTime date) {
        return LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDay());
    }

    @Override
    public boolean setFocus() {
        return sets.setFocus();
    }
}
