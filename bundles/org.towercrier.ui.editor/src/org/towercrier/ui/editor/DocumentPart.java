package org.towercrier.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.model.edit.Labels;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.StatePart;

/**
 * Edits one document with undo: a bar that says how it stands, below it the {@link ModelEditor}. A subclass says where the
 * document comes from and how it is saved.
 *
 * @param <D> the root of the document
 */
public abstract class DocumentPart<D extends EObject> extends StatePart {

    /**
     * A document as it is edited.
     *
     * @param root    its root, an object of the editor's own
     * @param version the version a save is based on, 0 for a new one
     */
    public record Edited<D extends EObject>(D root, long version) {
    }

    private final EditorSite site;
    private final EditorTexts texts;
    private ModelEditor editor;
    private Label state;
    private Optional<Edited<D>> document = Optional.empty();
    private boolean unsavedBefore;

    protected DocumentPart(EditorSite site) {
        super(site.part());
        this.site = site;
        this.texts = new EditorTexts(site.locale());
    }

    /** The item providers of the document. */
    protected abstract AdapterFactory items();

    /** Reads the document, by {@link #loader()}, and has it edited. */
    protected abstract void open();

    /**
     * Saves the document.
     *
     * @return the version saved
     * @throws Exception it is refused; the message is shown
     */
    protected abstract long save(Edited<D> edited) throws Exception;

    /** Fills the bar; what is added stands before the line that says how the document stands. */
    protected abstract void fillBar(Composite bar);

    /** What is wrong with the document now, in one sentence a problem; what does not forbid to go on editing. */
    protected List<String> problems(D root) {
        return List.of();
    }

    /** Called after the document was opened or changed. */
    protected void rootChanged(D root) {
        // nothing else shows it
    }

    /** Whether there is nothing in the document yet, so that the pane says what would be here. */
    protected boolean isEmpty(D root) {
        return false;
    }

    /** Says what would be here, by {@link StatePane#setEmpty}. */
    protected void describeEmpty(StatePane parent) {
        parent.setEmpty(Icon.EDIT, texts.get("Editor_Empty"), texts.get("Editor_Empty_Text"));
    }

    @Override
    protected final void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        fillBar(bar);
        state = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT).applyTo(state);
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(bar);
    }

    @Override
    protected final Control createContent(StatePane parent) {
        texts.speak(site.locale());
        Control content = placeEditor(parent, this::createEditor);
        describeEmpty(parent);
        return content;
    }

    /** Places the editor; alone unless a subclass puts something beside it. */
    protected Control placeEditor(Composite parent, Function<Composite, Control> create) {
        return create.apply(parent);
    }

    private Control createEditor(Composite parent) {
        editor = new ModelEditor(parent, items(), new Labels(site.locale()),
                new ModelEditor.Words(texts.get("Editor_Add"), texts.get("Editor_Delete"), texts.get("Editor_Duplicate")));
        editor.commandStack().addCommandStackListener(event -> edited());
        site.offerUndo(editor.commandStack());
        return editor;
    }

    /** Reads the document, unless what the user has typed is still unsaved. */
    @Override
    protected final void refresh() {
        if (document.isPresent() && site.isDirty()) {
            unsavedBefore = true;
            editor.setRoot(document.get().root());
        } else {
            open();
        }
    }

    /** Edits a document; what was done to the last one can no longer be undone. */
    protected final void edit(Edited<D> opened) {
        document = Optional.of(opened);
        unsavedBefore = false;
        editor.setRoot(opened.root());
        edited();
    }

    /** The document that is edited. */
    protected final Optional<D> root() {
        return document.map(Edited::root);
    }

    /** The editor of the document. */
    protected final ModelEditor editor() {
        return editor;
    }

    /** Whether it has changes that are not saved. */
    protected final boolean isDirty() {
        return site.isDirty();
    }

    private void edited() {
        site.setDirty(unsavedBefore || editor.commandStack().isSaveNeeded());
        root().ifPresent(root -> pane().showUnless(isEmpty(root)));
        root().ifPresent(this::rootChanged);
        List<String> problems = root().map(this::problems).orElse(List.of());
        say(problems.isEmpty() ? "" : problems.getFirst(), String.join("\n", problems));
    }

    /** Saves what was changed. */
    @Persist
    public final void save() {
        trySave();
    }

    /** Saves what was changed; says what stands in the way, and whether nothing does. */
    protected final boolean trySave() {
        if (document.isEmpty()) {
            return true;
        }
        return attempt(() -> {
            Edited<D> edited = document.get();
            document = Optional.of(new Edited<>(edited.root(), save(edited)));
            unsavedBefore = false;
            editor.saved();
            site.setDirty(false);
            say(texts.get("Editor_Saved"), "");
        });
    }

    /** Something that the area may refuse. */
    @FunctionalInterface
    protected interface Attempt {

        /**
         * Does it.
         *
         * @throws Exception it is refused; the message is shown
         */
        void run() throws Exception;
    }

    /** Does something; when it is refused, the bar says why. */
    protected final boolean attempt(Attempt attempt) {
        try {
            attempt.run();
            return true;
        } catch (Exception refused) { // boundary of the user's action: the bar says why it was refused
            ILog.of(DocumentPart.class).warn(String.valueOf(refused.getMessage()), refused);
            String why = refused instanceof StoreException store ? store.what(site.locale()) + ' ' + store.remedy(site.locale())
                    : String.valueOf(refused.getLocalizedMessage());
            String said = texts.get("Editor_NotSaved", why);
            say(said, said);
            return false;
        }
    }

    private void say(String text, String tip) {
        if (!state.isDisposed()) {
            state.setText(text);
            state.setToolTipText(tip.isEmpty() ? null : tip);
        }
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT) {
            editor.setFocus();
        } else {
            super.takeFocus();
        }
    }
}
