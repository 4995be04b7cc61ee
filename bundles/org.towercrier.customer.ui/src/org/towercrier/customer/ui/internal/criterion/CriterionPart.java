package org.towercrier.customer.ui.internal.criterion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.MDirtyable;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.CustomerFeed;
import org.towercrier.customer.ui.internal.CustomerIds;
import org.towercrier.customer.ui.internal.Navigation;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.customer.ui.internal.segment.SegmentNames;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentConflictException;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;
import org.towercrier.ui.view.UndoStacks;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Edits the rule of the chosen segment, with a live count, undo, versions, and a word when somebody else edited it meanwhile. */
public final class CriterionPart extends StatePart {

    private final Texts texts;
    private final CustomerFeed feed;
    private final Navigation navigation;
    private final SegmentNames names;
    private final MDirtyable dirty;
    private final Choices choices;
    private final BasicCommandStack stack;
    private Optional<Criteria> criteria = Optional.empty();
    private Optional<RuleDocument> document = Optional.empty();
    private SegmentSelection wanted = new SegmentSelection(Segments.FOUR, Optional.empty(), this);
    private RuleBar bar;
    private RuleSheet sheet;
    private List<Integer> path = List.of();

    @Inject
    public CriterionPart(PartSite site, Texts texts, CustomerFeed feed, Navigation navigation, SegmentNames names, MDirtyable dirty,
            UndoStacks undo) {
        super(site);
        this.texts = texts;
        this.feed = feed;
        this.navigation = navigation;
        this.names = names;
        this.dirty = dirty;
        choices = new Choices(site);
        stack = undo.ofView();
        stack.addCommandStackListener(event -> showRule());
        feed.follow(this::changed);
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Criteria service) {
        criteria = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        bar = new RuleBar(parent, texts, this::save, this::discard);
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.RULE, texts.get("Part_Criterion"), texts.get("Empty_Criterion")).button(texts.get("Empty_ShowSegments"),
                () -> navigation.show(CustomerIds.PART_SEGMENTS));
        sheet = new RuleSheet(parent, site(), texts, choices, id -> navigation.customer(id, this), new Edits());
        return sheet.control();
    }

    @Inject
    void chosen(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.SEGMENT) SegmentSelection segment) {
        if (segment == null || segment.isSame(wanted)) {
            return;
        }
        wanted = segment;
        boolean same = document.filter(now -> now.segmentation().equals(segment.segmentation())).isPresent();
        if (same && isBuilt() && segment.segment().filter(document.get()::turnTo).isPresent()) {
            path = List.of();
            showRule();
        } else {
            changed();
        }
    }

    /** What is found of what is wanted. @param customers how many there are at all */
    private record Found(long customers, Optional<RuleDocument.Stored> stored) {
    }

    @Override
    protected void refresh() {
        Optional<Segments> segments = feed.segments();
        choices.services(criteria, segments);
        if (segments.isEmpty() || criteria.isEmpty()) {
            document = Optional.empty();
            loader().cancel();
            bar.show("", "", false);
            pane().showEmpty();
            return;
        }
        if (document.filter(RuleDocument::isDirty).isPresent()) {
            unsaved();
            showRule();
            return;
        }
        loader().load(cancellation -> find(segments.get(), criteria.get(), cancellation), this::open);
    }

    private Found find(Segments segments, Criteria service, Cancellation cancellation) throws CustomerException, StoreException {
        AllOf everyone = CustomerFactory.eINSTANCE.createAllOf();
        return new Found(service.count(everyone, cancellation).customers(), RuleDocument.read(segments, wanted.segmentation()));
    }

    /** What is open stays open, with its undo, unless another version of it is stored. */
    private boolean isOpen(Found found) {
        return document.isPresent() && found.customers() > 0
                && found.stored().filter(stored -> document.get().isStored(stored)
                        && wanted.segment().orElse(document.get().path()).equals(document.get().path())).isPresent();
    }

    private void open(Found found) {
        if (isOpen(found)) {
            showRule();
            return;
        }
        Optional<RuleDocument> opened = found.stored().flatMap(stored -> RuleDocument.edit(stored,
                wanted.segment().orElseGet(() -> stored.root().getSegments().isEmpty() ? "" : stored.root().getSegments().get(0).getName()),
                stack));
        document = found.customers() == 0 ? Optional.empty() : opened;
        bar.say("", List.of());
        path = List.of();
        if (document.isEmpty()) {
            dirty.setDirty(false);
            bar.show("", "", false);
            pane().showEmpty();
        } else {
            showRule();
        }
    }

    /** Another segmentation was chosen, or this one was saved elsewhere, while there are changes here. */
    private void unsaved() {
        boolean other = document.filter(now -> now.segmentation().equals(wanted.segmentation())).isEmpty();
        if (other) {
            bar.say(texts.get("Rule_Unsaved", names.of(document.orElseThrow().segment())),
                    List.of(new RuleBar.Way("Rule_SaveThem", this::save), new RuleBar.Way("Rule_DiscardThem", this::discard)));
        }
    }

    private void showRule() {
        if (document.isEmpty() || !isBuilt() || criteria.isEmpty()) {
            return;
        }
        RuleDocument now = document.get();
        Criteria service = criteria.get();
        dirty.setDirty(now.isDirty());
        bar.show(names.of(now.segment()), texts.get("Scope_Of", now.path(), now.segmentation()), now.isDirty());
        Map<Criterion, String> problems = new HashMap<>();
        now.rule().ifPresent(rule -> service.check(rule).forEach(problem -> problems.put(problem.where(), problem.reason())));
        sheet.show(new CriterionLabels(texts, service.attributes()), problems, path);
        sheet.text().show(now.rule().filter(rule -> problems.isEmpty()).map(service::write).orElse(""));
        pane().showContent();
        count(now, problems);
    }

    private void count(RuleDocument now, Map<Criterion, String> problems) {
        if (!problems.isEmpty()) {
            sheet.count().say(String.join("\n", problems.values().stream().distinct().toList()));
        } else {
            feed.segments().ifPresent(
                    service -> sheet.count().count(service, now.rule().orElseGet(CustomerFactory.eINSTANCE::createAllOf), now.members()));
        }
    }

    /** Saves the rule; what stands in the way is said with the ways out. */
    @Persist
    public void save() {
        if (document.isEmpty() || feed.segments().isEmpty()) {
            return;
        }
        RuleDocument now = document.get();
        Segments segments = feed.segments().get();
        attempt(now, () -> now.save(segments));
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws CustomerException, StoreException;
    }

    private void attempt(RuleDocument now, Attempt attempt) {
        try {
            attempt.run();
            dirty.setDirty(false);
            bar.say("", List.of());
            bar.show(names.of(now.segment()), texts.get("Scope_Of", now.path(), now.segmentation()), false);
            if (!now.segmentation().equals(wanted.segmentation())) {
                changed();
            }
        } catch (DocumentConflictException conflict) {
            bar.say(texts.get("Rule_Conflict", names.of(now.segment())), List.of(new RuleBar.Way("Rule_TakeTheirs", this::discard),
                    new RuleBar.Way("Rule_KeepMine",
                            () -> attempt(now, () -> now.saveOver(feed.segments().orElseThrow(), conflict.current())))));
        } catch (CustomerException refused) {
            bar.say(refused.getMessage(), List.of());
        } catch (StoreException trouble) {
            ILog.of(CriterionPart.class).warn(trouble.getMessage(), trouble);
            bar.say(trouble.what(texts.locale()) + ' ' + trouble.remedy(texts.locale()), List.of());
        }
    }

    private void discard() {
        stack.flush();
        document = Optional.empty();
        dirty.setDirty(false);
        bar.say("", List.of());
        changed();
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT) {
            sheet.setFocus();
        } else {
            super.takeFocus();
        }
    }

    private final class Edits implements RuleSheet.Edits {

        @Override
        public Optional<Criterion> rule() {
            return document.flatMap(RuleDocument::rule);
        }

        @Override
        public void change(String key, CriterionEdits.Edited edited) {
            path = edited.path();
            document.ifPresent(now -> now.change(texts.get(key), edited.root()));
        }

        @Override
        public void text(String typed) {
            if (criteria.isEmpty() || document.isEmpty()) {
                return;
            }
            try {
                Optional<Criterion> parsed = typed.isEmpty() ? Optional.empty() : Optional.of(criteria.get().parse(typed));
                change("Criterion_Change", new CriterionEdits.Edited(parsed, List.of()));
            } catch (CustomerException unclear) {
                sheet.text().say(unclear.getMessage());
            }
        }
    }
}
