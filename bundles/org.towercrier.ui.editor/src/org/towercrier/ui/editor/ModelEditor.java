package org.towercrier.ui.editor;

import java.util.Collection;
import java.util.Collections;
import java.util.EventObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.CommandParameter;
import org.eclipse.emf.edit.command.CopyCommand;
import org.eclipse.emf.edit.command.CreateChildCommand;
import org.eclipse.emf.edit.command.DeleteCommand;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.provider.AdapterFactoryItemDelegator;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.model.edit.Labels;

/**
 * Edits one document: the tree of its objects at the left, the fields of the selected one at the right. Every change goes
 * through {@link #commandStack()}; hand that to the context of the view, and the workbench's undo and redo work.
 */
public final class ModelEditor extends SashForm {

    private final AdapterFactoryItemDelegator items;
    private final AdapterFactoryEditingDomain domain;
    private final BasicCommandStack stack = new BasicCommandStack();
    private final TreeViewer tree;
    private final PropertyForm form;
    private final Labels labels;
    private final Labels labelsAtStart = new Labels(Locale.getDefault());
    private final Words words;
    private Optional<EObject> root = Optional.empty();

    /**
     * The words of the context menu, in the user's language.
     *
     * @param add       before the name of what is added
     * @param delete    deletes the selected object
     * @param duplicate makes a second one like the selected
     */
    public record Words(String add, String delete, String duplicate) {
    }

    public ModelEditor(Composite parent, AdapterFactory factory, Labels labels, Words words) {
        super(parent, SWT.HORIZONTAL);
        this.labels = labels;
        this.words = words;
        items = new AdapterFactoryItemDelegator(factory);
        domain = new AdapterFactoryEditingDomain(factory, stack);
        tree = new TreeViewer(this, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        tree.setContentProvider(new Content());
        tree.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return named(element);
            }
        });
        form = new PropertyForm(this, labels, domain);
        setWeights(2, 3);
        tree.addSelectionChangedListener(event -> form.show(selected()));
        menu();
        CommandStackListener follow = this::changed;
        stack.addCommandStackListener(follow);
    }

    /**
     * What an object is called, and what it is. The item providers speak the language the product was started in, so what
     * they say of the kind of thing is said anew in the language of now.
     */
    private String named(Object element) {
        String text = items.getText(element);
        if (!(element instanceof EObject object)) {
            return text;
        }
        String kind = labels.of(object.eClass());
        String kindAtStart = labelsAtStart.of(object.eClass());
        String rest = text.startsWith(kindAtStart) ? text.substring(kindAtStart.length()).strip() : text;
        String name = Stream.of(text(object, "label"), rest, text(object, "name")).filter(word -> !word.isEmpty()).findFirst().orElse("");
        return name.isEmpty() ? kind : word(object, name) + " (" + kind + ")";
    }

    /** A name that is a value of a choice is said in words. */
    private String word(EObject object, String name) {
        return object.eClass().getEAllAttributes().stream().map(object::eGet)
                .filter(value -> value instanceof Enumerator choice && name.equals(choice.getLiteral())).map(Enumerator.class::cast)
                .findFirst().map(labels::of).orElse(name);
    }

    private static String text(EObject object, String attribute) {
        return object.eClass().getEStructuralFeature(attribute) instanceof EAttribute feature
                && object.eGet(feature) instanceof String text ? text : "";
    }

    /** Edits another document; what was done to the last one can no longer be undone. */
    public void setRoot(EObject document) {
        root = Optional.of(document);
        stack.flush();
        tree.setInput(List.of(document).toArray());
        tree.expandToLevel(2);
        tree.setSelection(new StructuredSelection(document), true);
    }

    /** The document. */
    public Optional<EObject> root() {
        return root;
    }

    /** Every change of the document. */
    public BasicCommandStack commandStack() {
        return stack;
    }

    /** Where commands on the document are made; {@link #commandStack()} executes them. */
    public EditingDomain domain() {
        return domain;
    }

    /** Takes the document as it is for saved. */
    public void saved() {
        stack.saveIsDone();
    }

    /** Adds an object to the document, as a change that can be undone, and selects it. */
    public void add(EObject owner, EReference reference, EObject added) {
        stack.execute(AddCommand.create(domain, owner, reference, added));
        tree.setSelection(new StructuredSelection(added), true);
    }

    /** The selected object. */
    public Optional<EObject> selected() {
        return Optional.ofNullable((EObject) ((IStructuredSelection) tree.getSelection()).getFirstElement());
    }

    private void changed(EventObject event) {
        if (isDisposed()) {
            return;
        }
        Command command = stack.getMostRecentCommand();
        tree.refresh();
        if (command != null && selected().isEmpty()) {
            root.ifPresent(document -> tree.setSelection(new StructuredSelection(document), true));
        }
        form.show(selected());
    }

    private void menu() {
        Menu menu = new Menu(tree.getControl());
        tree.getControl().setMenu(menu);
        menu.addMenuListener(MenuListener.menuShownAdapter(event -> {
            for (MenuItem item : menu.getItems()) {
                item.dispose();
            }
            selected().ifPresent(object -> fill(menu, object));
        }));
    }

    private void fill(Menu menu, EObject object) {
        for (Object descriptor : domain.getNewChildDescriptors(object, null)) {
            if (descriptor instanceof CommandParameter child && child.getEValue() != null) {
                Command create = CreateChildCommand.create(domain, object, child, Collections.singleton(object));
                item(menu, words.add() + " " + labels.of(child.getEValue().eClass()), create);
            }
        }
        if (object.eContainer() != null) {
            new MenuItem(menu, SWT.SEPARATOR);
            Command copy = CopyCommand.create(domain, object);
            item(menu, words.duplicate(), copy, () -> duplicate(object, copy));
            item(menu, words.delete(), DeleteCommand.create(domain, object));
        }
    }

    private void duplicate(EObject object, Command copy) {
        copy.execute();
        Collection<?> copies = copy.getResult();
        stack.execute(AddCommand.create(domain, object.eContainer(),
                object.eContainmentFeature(), copies));
    }

    private void item(Menu menu, String text, Command command) {
        item(menu, text, command, () -> stack.execute(command));
    }

    private static void item(Menu menu, String text, Command command, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.setEnabled(command.canExecute());
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    /** The objects of the document, as the item providers order them. */
    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return (Object[]) input;
        }

        @Override
        public Object[] getChildren(Object parent) {
            return items.getChildren(parent).toArray();
        }

        @Override
        public Object getParent(Object element) {
            return items.getParent(element);
        }

        @Override
        public boolean hasChildren(Object element) {
            return items.hasChildren(element);
        }
    }
}
