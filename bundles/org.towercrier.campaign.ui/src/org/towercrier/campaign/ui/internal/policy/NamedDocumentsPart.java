package org.towercrier.campaign.ui.internal.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.event.Event;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;
import org.towercrier.ui.editor.DocumentsPart;
import org.towercrier.ui.editor.EditorSite;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/**
 * Edits documents of a kind that have a name and a label: duplicate, delete, history. Some come with the product; they are documents once they are saved.
 *
 * @param <D> the root of a document
 */
abstract class NamedDocumentsPart<D extends EObject> extends DocumentsPart<NamedDocumentsPart.Choice<D>, D> {

    /** A document as it is stored. @param version 0 for one of the product's own */
    record Choice<D>(D root, long version) {
    }

    private final PartSite part;
    private final Texts texts;
    private final String kind;
    private final Class<D> type;
    private Optional<Store> store = Optional.empty();
    private Button delete;
    /** What was saved here last: this part need not read it again. */
    private String savedName = "";
    private long saved = -1;

    NamedDocumentsPart(EditorSite site, PartSite part, Texts texts, String kind, Class<D> type) {
        super(site);
        this.part = part;
        this.texts = texts;
        this.kind = kind;
        this.type = type;
    }

    /** All documents, those of the product among them; called away from the thread of the window. */
    protected abstract List<D> all() throws StoreException;

    /** Saves a document. @param version 0 for a new one */
    protected abstract long store(D root, long version) throws CampaignException, StoreException;

    /** Deletes a document. */
    protected abstract void remove(String name, long version) throws CampaignException, StoreException;

    /** What a copy does not take over; nothing unless a subclass says so. */
    protected void copied(D copy) {
        // a copy has everything
    }

    /** What an old version that becomes the newest takes over from the newest; nothing unless a subclass says so. */
    protected void restored(D old, D now) {
        // it is as it was
    }

    protected final Texts texts() {
        return texts;
    }

    protected final PartSite part() {
        return part;
    }

    @Inject
    void store(@org.eclipse.e4.core.di.annotations.Optional Store open) {
        store = Optional.ofNullable(open);
        changed();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void stored(@UIEventTopic(StoreEvents.DOCUMENT) Event event) {
        boolean own = savedName.equals(event.getProperty(StoreEvents.NAME))
                && Long.valueOf(saved).equals(event.getProperty(StoreEvents.VERSION));
        if (kind.equals(event.getProperty(StoreEvents.KIND)) && !own) {
            changed();
        }
    }

    @Override
    protected void fillActions(Composite bar) {
        button(bar, "Named_Duplicate", this::duplicate);
        fillMore(bar);
        delete = button(bar, "Named_Delete", this::delete);
        Button history = button(bar, "Campaign_History", () -> {});
        history.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> history(history)));
    }

    /** Adds what else stands in the bar. */
    protected void fillMore(Composite bar) {
        // nothing more
    }

    protected final Button button(Composite bar, String key, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(texts.get(key));
        button.setToolTipText(texts.get(key + "_Tip"));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    @Override
    protected void opened(Choice<D> choice) {
        delete.setEnabled(choice.version() != Documents.NEW);
    }

    @Override
    protected final List<Choice<D>> list(Cancellation cancellation) throws StoreException {
        if (store.isEmpty()) {
            return List.of();
        }
        List<Choice<D>> choices = new ArrayList<>();
        for (D root : all()) {
            choices.add(new Choice<>(root, store.get().documents().load(kind, name(root), type).map(Versioned::version)
                    .orElse(Documents.NEW)));
        }
        return choices;
    }

    @Override
    protected final Optional<Edited<D>> read(Choice<D> choice, Cancellation cancellation) {
        return Optional.of(new Edited<>(EcoreUtil.copy(choice.root()), choice.version()));
    }

    @Override
    protected final String name(Choice<D> choice) {
        return name(choice.root());
    }

    @Override
    protected String label(Choice<D> choice) {
        return Optional.of(text(choice.root(), "label")).filter(text -> !text.isBlank()).orElseGet(() -> name(choice));
    }

    private static String name(EObject root) {
        return text(root, "name");
    }

    private static String text(EObject root, String feature) {
        return root.eGet(root.eClass().getEStructuralFeature(feature)) instanceof String text ? text : "";
    }

    private static void set(EObject root, String feature, String value) {
        root.eSet(root.eClass().getEStructuralFeature(feature), value);
    }

    /** Under another name it is another document: the one it was made of stays. */
    @Override
    protected final long save(Edited<D> edited) throws StoreException, Refused {
        List<String> problems = problems(edited.root());
        if (!problems.isEmpty()) {
            throw new Refused(problems.getFirst(), null);
        }
        boolean renamed = chosen().filter(choice -> !name(choice).equals(name(edited.root()))).isPresent();
        return keep(edited.root(), renamed ? Documents.NEW : edited.version());
    }

    private long keep(D root, long version) throws StoreException, Refused {
        try {
            savedName = name(root);
            saved = store(root, version);
            return saved;
        } catch (CampaignException refused) {
            throw new Refused(refused.text(texts.locale()), refused);
        }
    }

    /** Opens a document by its name. */
    protected final void openNamed(String name) {
        open(choice -> name(choice).equals(name));
    }

    /** Is everything saved, so that something can be done with the open document? */
    protected final boolean ready() {
        return store.isPresent() && root().isPresent() && (!isDirty() || trySave());
    }

    private void duplicate() {
        if (!ready()) {
            return;
        }
        D copy = EcoreUtil.copy(root().orElseThrow());
        attempt(() -> {
            String name = FreeName.of(name(copy), all().stream().map(NamedDocumentsPart::name).toList());
            String label = text(copy, "label");
            set(copy, "name", name);
            set(copy, "label", texts.get("Board_CopyName", label.isBlank() ? name : label));
            copied(copy);
            keep(copy, Documents.NEW);
            openNamed(name);
        });
    }

    /** The history goes with the document, so this is asked: it cannot be undone. */
    private void delete() {
        Optional<Choice<D>> choice = chosen();
        if (choice.isEmpty() || choice.get().version() == Documents.NEW || !MessageDialog.openQuestion(delete.getShell(),
                texts.get("Named_Delete"), texts.get("Named_DeleteAsk", label(choice.get())))) {
            return;
        }
        attempt(() -> {
            try {
                remove(name(choice.get()), choice.get().version());
            } catch (CampaignException refused) {
                throw new Refused(refused.text(texts.locale()), refused);
            }
        });
    }

    private void history(Button at) {
        if (store.isEmpty() || root().isEmpty()) {
            return;
        }
        Documents documents = store.get().documents();
        String name = name(root().get());
        attempt(() -> new VersionMenu(texts, part.dates()).open(at, documents.history(kind, name), info -> restore(documents, info)));
    }

    /** The old version becomes the newest. */
    private void restore(Documents documents, DocumentInfo info) {
        attempt(() -> {
            Optional<Versioned<D>> old = documents.load(kind, info.name(), info.version(), type);
            Optional<Versioned<D>> now = documents.load(kind, info.name(), type);
            if (old.isPresent() && now.isPresent()) {
                D copy = EcoreUtil.copy(old.get().root());
                restored(copy, now.get().root());
                keep(copy, now.get().version());
                openNamed(info.name());
            }
        });
    }
}
