package org.towercrier.campaign.ui.internal.editor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.CustomerException;
import org.towercrier.model.customer.Criterion;
import org.towercrier.ui.kit.TextLines;

/** A criterion as one line of text with proposals for its attributes; below it what it says in words, or what is not understood in it. */
final class CriterionField {

    private static final int LABEL_WIDTH = 132;
    private static final int WIDTH = 320;
    private static final int LINES = 3;
    private static final int PAUSE_MILLIS = 900;

    private final FormKit kit;
    private final EReference reference;
    private final Composite area;
    private final Text text;
    private final Label said;
    private final Runnable grown;
    private Optional<Criteria> criteria = Optional.empty();
    private Optional<EObject> owner = Optional.empty();
    private String written = "";

    CriterionField(Composite parent, FormKit kit, EReference reference, Runnable grown) {
        this.kit = kit;
        this.reference = reference;
        this.grown = grown;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        Label label = new Label(area, SWT.WRAP);
        label.setText(kit.labels().of(reference));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).hint(LABEL_WIDTH, SWT.DEFAULT).applyTo(label);
        text = new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        text.setMessage(kit.texts().get("Criterion_Message"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, TextLines.height(text, LINES)).applyTo(text);
        new Label(area, SWT.NONE);
        said = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(said);
        text.addFocusListener(FocusListener.focusLostAdapter(event -> write()));
        int[] typed = { 0 };
        text.addModifyListener(event -> {
            int mine = ++typed[0];
            text.getDisplay().timerExec(PAUSE_MILLIS, () -> {
                if (mine == typed[0] && !text.isDisposed() && text.isFocusControl()) {
                    write();
                }
            });
        });
        ContentProposalAdapter proposals = new ContentProposalAdapter(text, new TextContentAdapter(), this::proposals, null, null);
        proposals.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_INSERT);
        proposals.setAutoActivationDelay(200);
        proposals.setPropagateKeys(true);
    }

    /** Takes the service of the open workspace. */
    void criteria(Optional<Criteria> service) {
        criteria = service;
    }

    private IContentProposal[] proposals(String contents, int position) {
        int begin = position;
        while (begin > 0 && (Character.isLetterOrDigit(contents.charAt(begin - 1)) || contents.charAt(begin - 1) == '.')) {
            begin--;
        }
        String word = contents.substring(begin, position).toLowerCase(Locale.ROOT);
        if (word.isEmpty() || criteria.isEmpty()) {
            return new IContentProposal[0];
        }
        int typed = word.length();
        return criteria.get().attributes().stream().map(CriterionAttribute::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(word)
                        || name.toLowerCase(Locale.ROOT).contains("." + word))
                .limit(40).map(name -> proposal(name, word, typed)).toArray(IContentProposal[]::new);
    }

    /** What is inserted completes the word; an attribute found by its last part is offered whole only where the word is its beginning. */
    private static IContentProposal proposal(String name, String word, int typed) {
        boolean whole = name.toLowerCase(Locale.ROOT).startsWith(word);
        String rest = whole ? name.substring(typed) : name.substring(name.indexOf('.') + 1 + typed);
        return new ContentProposal(rest, name, null);
    }

    /** Shows the criterion of an owner. */
    void show(Optional<? extends EObject> newOwner, boolean open) {
        boolean same = owner.equals(newOwner);
        owner = newOwner.map(EObject.class::cast);
        text.setEditable(open && criteria.isPresent());
        text.setEnabled(owner.isPresent() && open);
        Optional<Criterion> criterion = criterion();
        String now = criterion.flatMap(each -> criteria.map(service -> service.write(each))).orElse("");
        if (!same || !now.equals(written) || !text.isFocusControl()) {
            written = now;
            if (!text.getText().strip().equals(now) && (!same || !text.isFocusControl() || !isBroken())) {
                text.setText(now);
            }
        }
        if (!isBroken()) {
            say(describe(criterion), false);
        }
    }

    private boolean isBroken() {
        return Boolean.TRUE.equals(text.getData("broken"));
    }

    private Optional<Criterion> criterion() {
        return owner.map(object -> (Criterion) object.eGet(reference));
    }

    private String describe(Optional<Criterion> criterion) {
        return criterion.flatMap(each -> criteria.map(service -> {
            List<Criteria.Problem> problems = service.check(each);
            return problems.isEmpty() ? service.describe(each) : problems.getFirst().reason();
        })).orElse(kit.texts().get("Criterion_Everyone"));
    }

    /** Writes what was typed and not written yet. */
    void write() {
        String typed = text.getText().strip();
        if (owner.isEmpty() || criteria.isEmpty() || !text.getEditable() || typed.equals(written)) {
            return;
        }
        try {
            Criterion parsed = typed.isEmpty() ? null : criteria.get().parse(typed);
            text.setData("broken", Boolean.FALSE);
            written = parsed == null ? "" : criteria.get().write(parsed);
            kit.set(owner.get(), reference, parsed);
            say(describe(criterion()), false);
        } catch (CustomerException wrong) {
            text.setData("broken", Boolean.TRUE);
            say(String.valueOf(wrong.getLocalizedMessage()), true);
        }
    }

    private void say(String words, boolean wrong) {
        said.setText(words.replace("&", "&&"));
        said.setForeground(wrong ? kit.themes().theme().edge(org.towercrier.ui.theme.Severity.CRITICAL) : kit.themes().theme().mutedText());
        area.layout(true, true);
        grown.run();
    }
}
