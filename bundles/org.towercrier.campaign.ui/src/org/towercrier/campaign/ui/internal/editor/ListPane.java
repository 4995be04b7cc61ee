package org.towercrier.campaign.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The objects of a list in a small table, the fields of the selected one below it; objects are added, doubled and removed. */
final class ListPane {

    private static final int ROWS = 4;
    private static final int LEAST_COLUMN = 90;

    private final FormKit kit;
    private final EReference reference;
    private final List<EAttribute> columns;
    private final Consumer<EObject> prepared;
    private final Composite area;
    private final Table table;
    private final Button remove;
    private final Button duplicate;
    private final Button add;
    private final FieldForm form;
    private final List<Consumer<Optional<EObject>>> followers = new ArrayList<>();
    private Optional<EObject> owner = Optional.empty();
    private Frozen frozen = Frozen.NOTHING;

    /**
     * @param columns attributes in the table
     * @param fields adds the fields of an object
     * @param prepared fills an object that was just made
     */
    ListPane(Composite parent, FormKit kit, EReference reference, List<EAttribute> columns, Consumer<FieldForm> fields,
            Consumer<EObject> prepared) {
        this.kit = kit;
        this.reference = reference;
        this.columns = List.copyOf(columns);
        this.prepared = prepared;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, false).hint(320, table.getItemHeight() * (ROWS + 1) + 8).applyTo(table);
        this.columns
                .forEach(attribute -> new TableColumn(table, number(attribute) ? SWT.RIGHT : SWT.LEFT).setText(kit.labels().of(attribute)));
        table.addListener(SWT.Resize, event -> fitColumns());
        Composite buttons = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        add = button(buttons, "List_Add", this::add);
        duplicate = button(buttons, "List_Duplicate", this::duplicate);
        remove = button(buttons, "List_Remove", this::remove);
        form = new FieldForm(area, kit);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(form.control());
        fields.accept(form);
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected()));
        table.addListener(SWT.KeyDown, event -> key(event.keyCode));
        table.setMenu(menu());
    }

    private Button button(Composite parent, String key, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(kit.texts().get(key));
        GridDataFactory.fillDefaults().applyTo(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    private Menu menu() {
        Menu menu = new Menu(table);
        menu.addListener(SWT.Show, event -> {
            for (MenuItem item : menu.getItems()) {
                item.dispose();
            }
            item(menu, add, this::add);
            item(menu, duplicate, this::duplicate);
            item(menu, remove, this::remove);
        });
        return menu;
    }

    private static void item(Menu menu, Button like, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(like.getText());
        item.setEnabled(like.isEnabled());
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private void key(int code) {
        if (code == SWT.DEL && remove.isEnabled()) {
            remove();
        } else if (code == SWT.INSERT && add.isEnabled()) {
            add();
        }
    }

    private static boolean number(EAttribute attribute) {
        return Number.class.isAssignableFrom(attribute.getEAttributeType().getInstanceClass());
    }

    private void fitColumns() {
        int room = table.getClientArea().width;
        int last = columns.size() - 1;
        int used = 0;
        for (int i = 0; i < last; i++) {
            table.getColumn(i).pack();
            table.getColumn(i).setWidth(Math.clamp(table.getColumn(i).getWidth() + 8, LEAST_COLUMN, Math.max(LEAST_COLUMN, room / 2)));
            used += table.getColumn(i).getWidth();
        }
        table.getColumn(last).setWidth(Math.max(LEAST_COLUMN, room - used));
    }

    /** Lets something else follow the selected object. */
    void onSelection(Consumer<Optional<EObject>> follower) {
        followers.add(follower);
    }

    /** The fields of the selected object. */
    FieldForm form() {
        return form;
    }

    /** Place for more widgets below the fields. */
    Composite area() {
        return area;
    }

    /** The selected object. */
    Optional<EObject> selection() {
        int index = table.getSelectionIndex();
        List<EObject> all = objects();
        return index >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    private List<EObject> objects() {
        List<EObject> all = new ArrayList<>();
        owner.ifPresent(object -> ((List<?>) object.eGet(reference)).forEach(each -> all.add((EObject) each)));
        return all;
    }

    /** Shows the list of an owner. */
    void show(Optional<? extends EObject> newOwner, Frozen newFrozen) {
        owner = newOwner.map(EObject.class::cast);
        frozen = newFrozen;
        int before = table.getSelectionIndex();
        List<EObject> all = objects();
        table.setItemCount(all.size());
        for (int i = 0; i < all.size(); i++) {
            fill(table.getItem(i), all.get(i));
        }
        fitColumns();
        table.setSelection(Math.min(Math.max(before, 0), all.size() - 1));
        selected();
    }

    private void fill(TableItem item, EObject object) {
        for (int i = 0; i < columns.size(); i++) {
            String text = kit.text(object, columns.get(i));
            item.setText(i, text.replace('\n', ' '));
        }
    }

    private void selected() {
        Optional<EObject> object = selection();
        boolean open = owner.isPresent() && !frozen.isFrozen(reference);
        add.setEnabled(open);
        duplicate.setEnabled(open && object.isPresent());
        remove.setEnabled(open && object.isPresent());
        form.show(object, frozen);
        form.control().setVisible(object.isPresent());
        followers.forEach(follower -> follower.accept(object));
    }

    private void add() {
        owner.ifPresent(object -> {
            EObject made = EcoreUtil.create(reference.getEReferenceType());
            prepared.accept(made);
            kit.add(object, reference, made);
            last();
        });
    }

    private void duplicate() {
        owner.ifPresent(object -> selection().ifPresent(original -> {
            kit.duplicate(object, reference, original);
            last();
        }));
    }

    private void last() {
        table.setSelection(table.getItemCount() - 1);
        selected();
        form.control().setFocus();
    }

    private void remove() {
        owner.ifPresent(object -> selection().ifPresent(gone -> kit.remove(object, reference, gone)));
    }
}
