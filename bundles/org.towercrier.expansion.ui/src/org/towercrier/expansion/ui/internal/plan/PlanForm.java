package org.towercrier.expansion.ui.internal.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.expansion.ui.internal.Amounts;
import org.towercrier.expansion.ui.internal.Controls;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.DeskWords;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.NumberFormats;

/** What is asked of a plan: money, time, money of each year; below it how the search stands. */
final class PlanForm extends Composite {

    /** Months that can be chosen. */
    static final List<Integer> HORIZONS = List.of(3, 6, 12, 24, 36);
    private static final int YEAR = 12;
    private static final int MONEY_WIDTH = 96;

    private final Texts texts;
    private final Asking asking;
    private final int firstYear;
    private final Text budget;
    private final Label currency;
    private final Combo horizon;
    private List<Integer> horizons = List.of();
    private final Composite yearRow;
    private final List<Text> years = new ArrayList<>();
    private final List<Label> yearNames = new ArrayList<>();
    private final Button carry;
    private final Button solve;
    private final Button cancel;
    private final Label line;

    /** What the form makes happen. */
    interface Asking {

        void ask(UnaryOperator<PlanQuestion> change);

        void solve();

        void cancel();
    }

    /** @param firstYear year that the first budget of a year is of */
    PlanForm(Composite parent, Texts texts, Asking asking, int firstYear) {
        super(parent, SWT.NONE);
        this.texts = texts;
        this.asking = asking;
        this.firstYear = firstYear;
        GridLayoutFactory.fillDefaults().margins(0, 4).spacing(0, 4).applyTo(this);
        Composite first = row();
        new Label(first, SWT.NONE).setText(texts.get("Column_Budget"));
        budget = money(first, "Form_Budget_Tip");
        currency = new Label(first, SWT.NONE);
        GridDataFactory.swtDefaults().hint(36, SWT.DEFAULT).applyTo(currency);
        new Label(first, SWT.NONE).setText(texts.get("Form_Horizon"));
        horizon = new Combo(first, SWT.READ_ONLY);
        setHorizons(PlanQuestion.USUAL.horizon());
        horizon.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> ask()));
        solve = Buttons.push(first, texts, "Action_Solve", this::askAndSolve);
        cancel = Buttons.push(first, texts, "Action_Cancel", asking::cancel);
        line = new Label(first, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT).applyTo(line);
        layOut(first);
        yearRow = row();
        new Label(yearRow, SWT.NONE).setText(texts.get("Form_Years"));
        for (int i = 0; i < HORIZONS.getLast() / YEAR; i++) {
            Label name = new Label(yearRow, SWT.NONE);
            name.setText(year(i));
            yearNames.add(name);
            years.add(money(yearRow, "Form_Year_Tip"));
        }
        carry = new Button(yearRow, SWT.CHECK);
        carry.setText(texts.get("Form_CarryOver"));
        carry.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> ask()));
        layOut(yearRow);
    }

    private Composite row() {
        Composite row = new Composite(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private static void layOut(Composite row) {
        GridLayoutFactory.fillDefaults().numColumns(row.getChildren().length).margins(8, 0).spacing(8, 0).applyTo(row);
    }

    private Text money(Composite row, String tip) {
        Text text = new Text(row, SWT.BORDER | SWT.RIGHT);
        text.setToolTipText(texts.get(tip));
        GridDataFactory.swtDefaults().hint(MONEY_WIDTH, SWT.DEFAULT).applyTo(text);
        text.addFocusListener(FocusListener.focusGainedAdapter(event -> text.selectAll()));
        text.addFocusListener(FocusListener.focusLostAdapter(event -> ask()));
        text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> askAndSolve()));
        return text;
    }

    private String year(int index) {
        return Integer.toString(firstYear + index);
    }

    private void askAndSolve() {
        if (ask()) {
            asking.solve();
        }
    }

    /** Asks what is typed; says what is not a number. */
    private boolean ask() {
        OptionalDouble money = number(budget.getText());
        int months = horizons.get(Math.max(0, horizon.getSelectionIndex()));
        Map<String, Double> ofYears = new LinkedHashMap<>();
        boolean wrong = money.isEmpty();
        int shownYears = months <= YEAR ? 0 : (months + YEAR - 1) / YEAR;
        boolean anyYear = years.subList(0, shownYears).stream().anyMatch(text -> !text.getText().isBlank());
        for (int i = 0; i < shownYears && anyYear; i++) {
            // A year without a figure of its own has no limit but the budget in all.
            OptionalDouble ofYear = years.get(i).getText().isBlank() ? money : number(years.get(i).getText());
            wrong |= ofYear.isEmpty();
            ofYears.put(year(i), ofYear.orElse(0));
        }
        if (wrong) {
            say(texts.get("Form_NotANumber"));
            return false;
        }
        Controls.setTaken(budget);
        years.forEach(Controls::setTaken);
        asking.ask(before -> before.with(money.getAsDouble(), months, ofYears, carry.getSelection()));
        return true;
    }

    /** Not negative. */
    private OptionalDouble number(String text) {
        OptionalDouble number = Amounts.parse(text, texts.locale());
        return number.isPresent() && number.getAsDouble() < 0 ? OptionalDouble.empty() : number;
    }

    /** Shows what is asked and how the search stands; what somebody is typing stays. */
    void show(DeskState state) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        PlanQuestion question = state.question();
        Controls.setValue(budget, numbers.decimal(question.budget(), 0));
        setHorizons(question.horizon());
        currency.setText(state.plan().map(plan -> plan.currency()).orElse(""));
        boolean perYear = question.horizon() > YEAR;
        int shownYears = (question.horizon() + YEAR - 1) / YEAR;
        for (int i = 0; i < years.size(); i++) {
            Double ofYear = question.terms().years().get(year(i));
            // A year that has the budget in all has no limit of its own.
            Controls.setValue(years.get(i), ofYear == null || ofYear >= question.budget() ? "" : numbers.decimal(ofYear, 0));
            Controls.setShown(years.get(i), i < shownYears);
            Controls.setShown(yearNames.get(i), i < shownYears);
        }
        carry.setSelection(question.terms().carryOver());
        Controls.setShown(yearRow, perYear);
        boolean running = state.running().isPresent();
        Controls.setShown(cancel, running);
        solve.setEnabled(!running);
        say(DeskWords.of(state, texts));
    }

    /** The usual months, and those of the plan when they are others. */
    private void setHorizons(int months) {
        List<Integer> wanted = IntStream.concat(HORIZONS.stream().mapToInt(Integer::intValue), IntStream.of(months)).sorted().distinct()
                .boxed().toList();
        if (!wanted.equals(horizons)) {
            horizons = wanted;
            horizon.setItems(wanted.stream().map(each -> texts.get("Form_Months", each)).toArray(String[]::new));
        }
        if (horizon.getSelectionIndex() != wanted.indexOf(months)) {
            horizon.select(wanted.indexOf(months));
        }
    }

    /** Says something in the place of how the search stands. */
    void say(String text) {
        line.setText(text);
        line.setToolTipText(text.isEmpty() ? null : text);
    }

    @Override
    public boolean setFocus() {
        return budget.setFocus();
    }
}
