package org.towercrier.capacity.ui.internal.simulation;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.ui.kit.Dates;

/** Activates a rule set, and says on which condition: seen in the simulator, or the unseen is skipped, which is logged. */
public final class ActivationRow extends Composite {

    private final Texts texts;
    private final Dates dates;
    private final Button activate;
    private final Button skip;
    private final Label state;

    /** @param activation is told to activate, and whether that skips the simulation */
    public ActivationRow(Composite parent, Texts texts, Dates dates, Consumer<Boolean> activation) {
        super(parent, SWT.NONE);
        this.texts = texts;
        this.dates = dates;
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 0).spacing(8, 0).applyTo(this);
        activate = button("Rules_Activate", "Rules_Activate_Tip", activation, false);
        skip = button("Simulator_Skip", "Simulator_Skip_Tip", activation, true);
        state = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT).applyTo(state);
        show(Optional.empty());
    }

    private Button button(String key, String tip, Consumer<Boolean> activation, boolean skips) {
        Button button = new Button(this, SWT.PUSH);
        button.setText(texts.get(key));
        button.setToolTipText(texts.get(tip));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> activation.accept(skips)));
        return button;
    }

    /** Shows on which condition the set can be activated. */
    public void show(Optional<RuleSetChoice> choice) {
        Optional<RuleSetChoice.Condition> condition = choice.map(RuleSetChoice::condition);
        setShown(activate, condition.filter(RuleSetChoice.Condition.SEEN::equals).isPresent());
        setShown(skip, condition.filter(RuleSetChoice.Condition.UNSEEN::equals).isPresent());
        say(choice.map(each -> switch (each.condition()) {
            case IN_FORCE -> texts.get("Simulator_InForce");
            case UNSEEN -> texts.get("Simulator_Unseen");
            case SEEN -> each.seen().map(step -> texts.get("Simulator_Seen", step.user(), dates.minute(step.time()))).orElse("");
        }).orElse(""));
    }

    /** Says something in the place of the condition. */
    public void say(String text) {
        state.setText(text);
        state.setToolTipText(text.isEmpty() ? null : text);
    }

    /** What cannot be done now is not there: the line of the condition says why. */
    static void setShown(Control control, boolean shown) {
        GridData place = control.getLayoutData() instanceof GridData known ? known : new GridData();
        place.exclude = !shown;
        control.setLayoutData(place);
        control.setVisible(shown);
        control.requestLayout();
    }
}
