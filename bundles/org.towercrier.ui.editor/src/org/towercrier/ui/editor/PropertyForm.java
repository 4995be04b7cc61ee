package org.towercrier.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.eclipse.emf.edit.provider.IItemPropertySource;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.model.edit.Labels;
import org.towercrier.ui.kit.TextLines;

/** A form with one field for each attribute of an object. A field is written when it loses the focus or on Enter. */
final class PropertyForm {

    private static final int FIELD_WIDTH = 260;
    private static final int TEXT_LINES = 4;

    private final ScrolledComposite scroll;
    private final Labels labels;
    private final ValueText values;
    private final EditingDomain domain;
    private final List<Runnable> refreshers = new ArrayList<>();
    private Optional<EObject> shown = Optional.empty();

    PropertyForm(Composite parent, Labels labels, EditingDomain domain) {
        this.labels = labels;
        this.values = new ValueText(labels);
        this.domain = domain;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
    }

    Control control() {
        return scroll;
    }

    /** Shows an object; the same one again only takes over its values. */
    void show(Optional<EObject> object) {
        if (object.equals(shown)) {
            refreshers.forEach(Runnable::run);
            return;
        }
        shown = object;
        refreshers.clear();
        if (scroll.getContent() != null) {
            scroll.getContent().dispose();
        }
        Composite form = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(16, 16).spacing(8, 8).applyTo(form);
        object.ifPresent(target -> fields(form, target));
        scroll.setContent(form);
        scroll.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        scroll.layout(true, true);
    }

    private void fields(Composite form, EObject target) {
        for (EAttribute attribute : target.eClass().getEAllAttributes()) {
            if (attribute.isDerived() || !attribute.isChangeable() || !isSettable(target, attribute)) {
                continue;
            }
            Label name = new Label(form, SWT.NONE);
            name.setText(labels.of(attribute));
            String help = Optional.ofNullable(EcoreUtil.getDocumentation(attribute)).orElse("");
            name.setToolTipText(help);
            Control field = field(form, target, attribute);
            field.setToolTipText(help);
            new Label(form, SWT.NONE).setText(Labels.unit(attribute).orElse(""));
        }
    }

    /** Whether the item provider lets people set it. */
    private boolean isSettable(EObject target, EAttribute attribute) {
        return !(domain instanceof AdapterFactoryEditingDomain adapting)
                || !(adapting.getAdapterFactory().adapt(target, IItemPropertySource.class) instanceof IItemPropertySource source)
                || !(source.getPropertyDescriptor(target, attribute) instanceof IItemPropertyDescriptor descriptor)
                || descriptor.canSetProperty(target);
    }

    private Control field(Composite form, EObject target, EAttribute attribute) {
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (!attribute.isMany() && (type == Boolean.class || type == boolean.class)) {
            return check(form, target, attribute);
        }
        if (!attribute.isMany() && attribute.getEAttributeType() instanceof EEnum choices) {
            return combo(form, target, attribute, choices);
        }
        return text(form, target, attribute);
    }

    private Control check(Composite form, EObject target, EAttribute attribute) {
        Button button = new Button(form, SWT.CHECK);
        Runnable refresh = () -> button.setSelection(Boolean.TRUE.equals(target.eGet(attribute)));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> set(target, attribute, button.getSelection())));
        return added(refresh, button);
    }

    private Control combo(Composite form, EObject target, EAttribute attribute, EEnum choices) {
        Combo combo = new Combo(form, SWT.READ_ONLY);
        combo.add("");
        choices.getELiterals().forEach(literal -> combo.add(labels.of(literal)));
        GridDataFactory.swtDefaults().hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(combo);
        Runnable refresh = () -> combo
                .setText(target.eIsSet(attribute) || !attribute.isUnsettable() ? values.format(attribute, target.eGet(attribute)) : "");
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            int index = combo.getSelectionIndex();
            set(target, attribute, index <= 0 ? SetCommand.UNSET_VALUE
                    : choices.getELiterals().get(index - 1).getInstance());
        }));
        return added(refresh, combo);
    }

    private Control text(Composite form, EObject target, EAttribute attribute) {
        boolean number = Number.class.isAssignableFrom(attribute.getEAttributeType().getInstanceClass());
        boolean wide = "description".equals(attribute.getName()) || "expression".equals(attribute.getName());
        Text text = new Text(form, SWT.BORDER | (number ? SWT.RIGHT : SWT.NONE) | (wide ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : 0));
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(!number, false)
                .hint(number ? FIELD_WIDTH / 2 : FIELD_WIDTH, wide ? TextLines.height(text, TEXT_LINES) : SWT.DEFAULT).applyTo(text);
        Runnable refresh = () -> text.setText(values.format(attribute, target.eGet(attribute)));
        Runnable write = () -> write(target, attribute, text, refresh);
        text.addFocusListener(FocusListener.focusLostAdapter(event -> write.run()));
        text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> write.run()));
        return added(refresh, text);
    }

    private void write(EObject target, EAttribute attribute, Text text, Runnable refresh) {
        String before = values.format(attribute, target.eGet(attribute));
        if (before.equals(text.getText().strip())) {
            return;
        }
        try {
            set(target, attribute, values.parse(attribute, text.getText()));
            text.setBackground(null);
            text.setToolTipText(EcoreUtil.getDocumentation(attribute));
            refresh.run();
        } catch (IllegalArgumentException wrong) {
            text.setToolTipText(wrong.getMessage());
            text.setBackground(text.getDisplay().getSystemColor(SWT.COLOR_INFO_BACKGROUND));
        }
    }

    private Control added(Runnable refresh, Control control) {
        refreshers.add(() -> {
            if (!control.isDisposed()) {
                refresh.run();
            }
        });
        refresh.run();
        return control;
    }

    private void set(EObject target, EAttribute attribute, Object value) {
        CompoundCommand command = new CompoundCommand(labels.of(attribute));
        command.append(SetCommand.create(domain, target, attribute, value == null ? SetCommand.UNSET_VALUE : value));
        domain.getCommandStack().execute(command);
    }
}
