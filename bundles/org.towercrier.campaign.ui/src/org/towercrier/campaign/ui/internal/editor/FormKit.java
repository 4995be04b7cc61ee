package org.towercrier.campaign.ui.internal.editor;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.model.edit.Labels;
import org.towercrier.ui.editor.ValueText;
import org.towercrier.ui.theme.ThemeTracker;

/**
 * What the forms of one editor share: its words and its changes, each of which can be undone.
 *
 * @param texts words of the views
 * @param labels words of the model
 * @param values values as people type them
 * @param themes theme of the window
 * @param domain where changes are made; asked for with each change, since it is made after the forms
 */
record FormKit(Texts texts, Labels labels, ValueText values, ThemeTracker themes, Supplier<EditingDomain> domain) {

    /** The value of an attribute as people read it; empty when it has none. A value that is the usual one is a value. */
    String text(EObject object, EAttribute attribute) {
        return attribute.isUnsettable() && !object.eIsSet(attribute) ? "" : values.format(attribute, object.eGet(attribute));
    }

    /** Sets a value; {@code null} takes it away. */
    void set(EObject target, EStructuralFeature feature, Object value) {
        execute(labels.of(feature), SetCommand.create(domain.get(), target, feature, value == null ? SetCommand.UNSET_VALUE : value));
    }

    /** Adds to a list. */
    void add(EObject owner, EReference list, EObject added) {
        execute(labels.of(list), AddCommand.create(domain.get(), owner, list, added));
    }

    /** Adds a copy behind the object it is made of. */
    EObject duplicate(EObject owner, EReference list, EObject original) {
        EObject copy = EcoreUtil.copy(original);
        add(owner, list, copy);
        return copy;
    }

    /** Takes something out of a list. */
    void remove(EObject owner, EReference list, EObject removed) {
        execute(labels.of(list), RemoveCommand.create(domain.get(), owner, list, removed));
    }

    private void execute(String label, Command command) {
        CompoundCommand named = new CompoundCommand(label);
        named.append(command);
        domain.get().getCommandStack().execute(named);
    }

    /** A contained object, made where it is missing, so that its fields can be filled. */
    static Optional<EObject> part(Optional<? extends EObject> owner, EStructuralFeature feature) {
        return owner.map(object -> (EObject) object.eGet(feature));
    }
}
