package org.towercrier.expansion.ui.internal.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.expansion.ui.internal.Amounts;
import org.towercrier.expansion.ui.internal.Controls;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion;
import org.towercrier.expansion.ui.internal.settings.PlanSettings.Setting;
import org.towercrier.model.edit.Labels;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.ui.kit.NumberFormats;

/** The numbers that are laid down, each with what it means and where it is from. A field is taken over on Enter or when it is left. */
final class SettingsForm {

    private static final int FIELD_WIDTH = 80;
    private static final int LEAST_WIDTH = 360;
    private static final int COLUMNS = 4;

    private final Texts texts;
    private final NumberFormats numbers;
    private final Labels labels;
    private final Consumer<UnaryOperator<PlanQuestion>> asking;
    private final Consumer<String> said;
    private final ScrolledComposite scroll;
    private final Composite form;
    private final List<Field> fields = new ArrayList<>();
    private final Composite own;
    private final Label ownText;
    private boolean filled;

    /** A number and its widget. */
    private record Field(Setting setting, Text text) {
    }

    /** @param asking takes changes over @param said is told what cannot be taken over, nothing when all is well */
    SettingsForm(Composite parent, Texts texts, Consumer<UnaryOperator<PlanQuestion>> asking, Consumer<String> said) {
        this.texts = texts;
        this.numbers = NumberFormats.of(texts.locale());
        this.labels = new Labels(texts.locale());
        this.asking = asking;
        this.said = said;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        form = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(16, 8).spacing(8, 4).applyTo(form);
        own = new Composite(form, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).applyTo(own);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(own);
        ownText = new Label(own, SWT.WRAP);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(LEAST_WIDTH / 2, SWT.DEFAULT).applyTo(ownText);
        Button drop = new Button(own, SWT.PUSH);
        drop.setText(texts.get("Settings_DropFigures"));
        drop.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> asking.accept(PlanQuestion::withoutFigures)));
        section("Settings_Limits", PlanSettings.limits());
        section("Settings_Worth", PlanSettings.worth());
        section("Settings_Scenarios", PlanSettings.scenarios());
        scroll.setContent(form);
        scroll.addControlListener(ControlListener.controlResizedAdapter(event -> fit()));
    }

    private void section(String key, List<Setting> settings) {
        Label title = new Label(form, SWT.NONE);
        title.setText(texts.get(key));
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().span(COLUMNS, 1).indent(0, 8).applyTo(title);
        Label about = new Label(form, SWT.WRAP);
        about.setText(texts.get(key + "_About"));
        GridDataFactory.fillDefaults().span(COLUMNS, 1).grab(true, false).hint(LEAST_WIDTH, SWT.DEFAULT).applyTo(about);
        settings.forEach(this::row);
    }

    private void row(Setting setting) {
        Label name = new Label(form, SWT.NONE);
        name.setText(label(setting));
        Text text = new Text(form, SWT.BORDER | SWT.RIGHT);
        text.setToolTipText(range(setting));
        GridDataFactory.swtDefaults().hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(text);
        new Label(form, SWT.NONE).setText(setting.unit());
        new Label(form, SWT.NONE);
        if (!isScenario(setting)) {
            Label about = new Label(form, SWT.WRAP);
            about.setText(texts.get("About_" + setting.name()));
            GridDataFactory.fillDefaults().span(COLUMNS, 1).grab(true, false).hint(LEAST_WIDTH, SWT.DEFAULT).indent(0, -2).applyTo(about);
        }
        text.addFocusListener(FocusListener.focusLostAdapter(event -> take(setting, text)));
        text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> take(setting, text)));
        fields.add(new Field(setting, text));
    }

    private static boolean isScenario(Setting setting) {
        return NetworkPackage.Literals.COVERAGE_SCENARIO.getEEnumLiteralByLiteral(setting.name()) != null;
    }

    private String label(Setting setting) {
        return isScenario(setting) ? labels.of(NetworkPackage.Literals.COVERAGE_SCENARIO.getEEnumLiteralByLiteral(setting.name()))
                : texts.get("Setting_" + setting.name());
    }

    private String range(Setting setting) {
        return texts.get("Settings_Range", label(setting), numbers.decimal(setting.least(), 0), numbers.decimal(setting.most(), 0));
    }

    private void take(Setting setting, Text text) {
        if (!filled) {
            // The focus passes by before there is anything in the fields.
            return;
        }
        OptionalDouble value = Amounts.parse(text.getText(), texts.locale());
        if (value.isEmpty() || !setting.allows(value.getAsDouble())) {
            said.accept(range(setting));
            return;
        }
        said.accept("");
        Controls.setTaken(text);
        asking.accept(question -> setting.get().applyAsDouble(question) == value.getAsDouble() ? question
                : setting.set().apply(question, value.getAsDouble()));
    }

    /** Shows what is laid down; what somebody is typing stays. */
    void show(PlanQuestion question) {
        filled = true;
        for (Field field : fields) {
            String value = shown(field.setting(), question);
            Controls.setValue(field.text(), value);
            field.text().setFont(field.setting().isUsual(question) ? null
                    : JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        }
        boolean figures = !question.terms().catalogue().isEmpty();
        ownText.setText(
                texts.get("Settings_OwnFigures", String.join(", ", question.terms().catalogue().keySet().stream().sorted().toList())));
        Controls.setShown(own, figures);
        fit();
    }

    private String shown(Setting setting, PlanQuestion question) {
        double value = setting.get().applyAsDouble(question);
        return numbers.decimal(value, value == Math.rint(value) ? 0 : Math.max(1, setting.digits()));
    }

    private void fit() {
        int width = Math.max(LEAST_WIDTH, scroll.getClientArea().width);
        scroll.setMinSize(LEAST_WIDTH, form.computeSize(width, SWT.DEFAULT).y);
    }

    boolean setFocus() {
        return fields.getFirst().text().setFocus();
    }
}
