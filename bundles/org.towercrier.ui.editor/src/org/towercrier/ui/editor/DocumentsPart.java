package org.towercrier.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.store.Cancellation;

/**
 * Edits one of several documents of a kind: the bar has a choice of them. Unsaved changes are saved before another one is
 * opened; when that is refused the choice stays.
 *
 * @param <I> what is known of a document before it is opened
 * @param <D> the root of a document
 */
public abstract class DocumentsPart<I, D extends EObject> extends DocumentPart<D> {

    private static final int CHOOSER_WIDTH = 280;

    private Combo chooser;
    private List<I> choices = List.of();
    private int open = -1;

    protected DocumentsPart(EditorSite site) {
        super(site);
    }

    /** What stands before the choice. */
    protected abstract String chooserLabel();

    /** The documents there are; called away from the thread of the window. */
    protected abstract List<I> list(Cancellation cancellation) throws Exception;

    /** Reads a document; called away from the thread of the window. */
    protected abstract Optional<Edited<D>> read(I choice, Cancellation cancellation) throws Exception;

    /** The unique name of a document. */
    protected abstract String name(I choice);

    /** A document's name for people. */
    protected abstract String label(I choice);

    /** Which document is opened at first; the first one if none is. */
    protected abstract boolean isFirst(I choice);

    /** Called after a document was opened. */
    protected void opened(I choice) {
        // nothing else depends on it
    }

    /** Adds what stands in the bar behind the choice. */
    protected void fillActions(Composite bar) {
        // no actions of its own
    }

    @Override
    protected final void fillBar(Composite bar) {
        new Label(bar, SWT.NONE).setText(chooserLabel());
        chooser = new Combo(bar, SWT.READ_ONLY);
        GridDataFactory.swtDefaults().hint(CHOOSER_WIDTH, SWT.DEFAULT).applyTo(chooser);
        chooser.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose()));
        fillActions(bar);
        showChoices();
    }

    @Override
    protected final void open() {
        Optional<String> before = chosen().map(this::name);
        open(choice -> before.isPresent() ? name(choice).equals(before.get()) : isFirst(choice));
    }

    /** Reads which documents there are and opens the one that is wanted, else the first. */
    protected final void open(Predicate<I> wanted) {
        loader().load(cancellation -> {
            List<I> found = list(cancellation);
            Optional<I> choice = found.stream().filter(wanted).findFirst().or(() -> found.stream().filter(this::isFirst).findFirst())
                    .or(() -> found.stream().findFirst());
            return new Found<>(found, choice, choice.isEmpty() ? Optional.empty() : read(choice.get(), cancellation));
        }, this::show);
    }

    private void show(Found<I, D> found) {
        choices = found.choices();
        open = found.choice().map(choices::indexOf).orElse(-1);
        showChoices();
        found.document().ifPresentOrElse(this::edit, () -> pane().showEmpty());
        chosen().ifPresent(this::opened);
    }

    private void showChoices() {
        chooser.setItems(choices.stream().map(this::label).toArray(String[]::new));
        chooser.select(open);
    }

    private void choose() {
        int wanted = chooser.getSelectionIndex();
        if (wanted < 0 || wanted == open) {
            return;
        }
        if (isDirty() && !trySave()) {
            chooser.select(open);
            return;
        }
        String choice = name(choices.get(wanted));
        open(each -> name(each).equals(choice));
    }

    /** The document that is open. */
    protected final Optional<I> chosen() {
        return open < 0 ? Optional.empty() : Optional.of(choices.get(open));
    }

    private record Found<I, D extends EObject>(List<I> choices, Optional<I> choice, Optional<Edited<D>> document) {
    }
}
