package org.towercrier.customer.ui.internal.criterion;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Icons;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;
import org.towercrier.ui.view.PartSite;

/** The rule of a segment as widgets: its tree with a bar, the fields of the selected part, the rule as text, the count. */
final class RuleSheet implements Themed {

    private static final int USUAL_MONTHS = 3;

    /** What the sheet asks its editor for. */
    interface Edits {

        Optional<Criterion> rule();

        void change(String key, CriterionEdits.Edited edited);

        void text(String typed);
    }

    private record Tool(ToolItem item, Icon icon) {
    }

    private final Texts texts;
    private final Edits edits;
    private final SashForm sheet;
    private final ToolBar bar;
    private final List<Tool> tools;
    private final CriterionTree tree;
    private final PartForm form;
    private final RuleText text;
    private final CountPane count;
    private final Icons icons;
    private Optional<CriterionLabels> labels = Optional.empty();
    private Map<Criterion, String> problems = Map.of();

    RuleSheet(Composite parent, PartSite site, Texts texts, Choices choices, java.util.function.Consumer<String> open, Edits edits) {
        this.texts = texts;
        this.edits = edits;
        sheet = new SashForm(parent, SWT.VERTICAL);
        Composite above = new Composite(sheet, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(above);
        bar = new ToolBar(above, SWT.FLAT | SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(bar);
        icons = new Icons(bar);
        tree = new CriterionTree(above, site, new TreeEdits());
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 120).applyTo(tree.control());
        tools = List.of(tool(Icon.ADD, "Criterion_Add", this::pick), tool(Icon.LAYERS, "Criterion_AddGroup", this::addGroup),
                tool(Icon.USERS, "Criterion_AddMember", this::addMember), tool(Icon.UP, "Criterion_Up", () -> shift(-1)),
                tool(Icon.DOWN, "Criterion_Down", () -> shift(1)), tool(Icon.DELETE, "Criterion_Remove", () -> remove(tree.selected())));
        form = new PartForm(above, texts, choices, new FormEdits());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
        text = new RuleText(above, texts, edits::text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text.control());
        count = new CountPane(sheet, site, texts, open);
        sheet.setWeights(62, 38);
        menu();
        site.track(this);
    }

    Control control() {
        return sheet;
    }

    CountPane count() {
        return count;
    }

    RuleText text() {
        return text;
    }

    @Override
    public void applyTheme(Theme theme) {
        if (!bar.isDisposed()) {
            tools.forEach(tool -> tool.item().setImage(icons.image(tool.icon(), theme)));
        }
    }

    boolean setFocus() {
        return tree.control().setFocus();
    }

    /** Shows the rule and selects a part of it. */
    void show(CriterionLabels words, Map<Criterion, String> wrong, List<Integer> path) {
        labels = Optional.of(words);
        problems = wrong;
        Optional<Criterion> rule = edits.rule();
        tree.show(rule, words, problems, path);
        select(path);
    }

    /** The path of the selected part. */
    List<Integer> selected() {
        return tree.selected();
    }

    private void select(List<Integer> path) {
        labels.ifPresent(words -> form.show(CriterionEdits.at(edits.rule(), path), path, words));
    }

    private Tool tool(Icon icon, String key, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setToolTipText(texts.get(key));
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return new Tool(item, icon);
    }

    private void menu() {
        Menu menu = new Menu(tree.control());
        tree.control().setMenu(menu);
        menu.addMenuListener(MenuListener.menuShownAdapter(event -> {
            for (MenuItem item : menu.getItems()) {
                item.dispose();
            }
            item(menu, "Criterion_Add", this::pick);
            item(menu, "Criterion_AddGroup", this::addGroup);
            item(menu, "Criterion_AddMember", this::addMember);
            if (edits.rule().isPresent()) {
                item(menu, "Criterion_Negate", () -> edits.change("Criterion_Negate",
                        CriterionEdits.wrap(edits.rule(), tree.selected(), Groups.Kind.NONE)));
                new MenuItem(menu, SWT.SEPARATOR);
                item(menu, "Criterion_Up", () -> shift(-1));
                item(menu, "Criterion_Down", () -> shift(1));
                item(menu, "Criterion_Remove", () -> remove(tree.selected()));
            }
        }));
    }

    private void item(Menu menu, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get(key));
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private void pick() {
        labels.ifPresent(words -> AttributePicker.open(bar, words, texts.get("Criterion_Find"),
                attribute -> edits.change("Criterion_Add", CriterionEdits.add(edits.rule(), tree.selected(), leaf(attribute)))));
    }

    private static AttributeCriterion leaf(CriterionAttribute attribute) {
        AttributeCriterion leaf = CustomerFactory.eINSTANCE.createAttributeCriterion();
        leaf.setAttribute(attribute.name());
        leaf.setOperator(attribute.operators().getFirst());
        if (attribute.monthly()) {
            leaf.setAggregation(FactsAggregation.MEAN);
            leaf.setMonths(USUAL_MONTHS);
        }
        return leaf;
    }

    private void addGroup() {
        Optional<Criterion> rule = edits.rule();
        List<Integer> path = tree.selected();
        boolean leaf = CriterionEdits.at(rule, path).filter(part -> Groups.parts(part).isEmpty()).isPresent();
        edits.change("Criterion_AddGroup", leaf ? CriterionEdits.wrap(rule, path, Groups.Kind.ANY)
                : CriterionEdits.add(rule, path, Groups.of(Groups.Kind.ANY, List.of())));
    }

    private void addMember() {
        edits.change("Criterion_AddMember",
                CriterionEdits.add(edits.rule(), tree.selected(), CustomerFactory.eINSTANCE.createSegmentCriterion()));
    }

    private void shift(int by) {
        CriterionEdits.shift(edits.rule(), tree.selected(), by).ifPresent(edited -> edits.change("Criterion_Move", edited));
    }

    private void remove(List<Integer> path) {
        if (edits.rule().isPresent()) {
            edits.change("Criterion_Remove", CriterionEdits.remove(edits.rule(), path));
        }
    }

    private final class TreeEdits implements CriterionTree.Edits {

        @Override
        public void selected(List<Integer> path) {
            select(path);
        }

        @Override
        public void move(List<Integer> path, List<Integer> group, int position) {
            CriterionEdits.move(edits.rule(), path, group, position).ifPresent(edited -> edits.change("Criterion_Move", edited));
        }

        @Override
        public void shift(List<Integer> path, int by) {
            RuleSheet.this.shift(by);
        }

        @Override
        public void remove(List<Integer> path) {
            RuleSheet.this.remove(path);
        }
    }

    private final class FormEdits implements PartForm.Edits {

        @Override
        public void change(Criterion changed) {
            edits.change("Criterion_Change", CriterionEdits.replace(edits.rule(), tree.selected(), changed));
        }

        @Override
        public void turn(Groups.Kind kind) {
            edits.change("Criterion_Change", CriterionEdits.turn(edits.rule(), tree.selected(), kind));
        }
    }
}
