package org.towercrier.campaign.ui.internal.front;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.campaign.FrontLine.Suggestion;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.model.campaign.ResponseKind;
import org.towercrier.ui.kit.NumberFormats;

/** One recommendation: what to say, and a button for each outcome, which records contact, outcome and reason in one step. */
final class SuggestionCard {

    private static final List<ResponseKind> OUTCOMES = List.of(ResponseKind.ORDERED, ResponseKind.TRIED, ResponseKind.RECOGNISED,
            ResponseKind.REFUSED, ResponseKind.COMPLAINED);
    private static final int WORDS_WIDTH = 360;

    /** Takes what came of a contact. */
    @FunctionalInterface
    interface Recorder {
        void record(Suggestion suggestion, Optional<ResponseKind> outcome, String reason);
    }

    private SuggestionCard() {
    }

    /** Makes the card in its parent. @param number from 1, which is also its access key */
    static Composite create(Composite parent, int number, Suggestion suggestion, Texts texts, Words words, Recorder recorder) {
        Composite card = new Composite(parent, SWT.BORDER);
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(8, 8).applyTo(card);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        Label title = new Label(card, SWT.WRAP);
        title.setText((number + "  " + suggestion.name() + suggestion.offer().map(offer -> " · " + offer).orElse("")).replace("&", "&&"));
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        title.setToolTipText(suggestion.campaign());
        Label value = new Label(card, SWT.NONE);
        value.setText(texts.get("Front_Value", NumberFormats.of(texts.locale()).decimal(suggestion.expectedValue(), 2)));
        Text say = new Text(card, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        say.setText(suggestion.wording());
        GridDataFactory.fillDefaults().grab(true, false).hint(WORDS_WIDTH, SWT.DEFAULT).applyTo(say);
        Text reason = new Text(card, SWT.BORDER);
        reason.setMessage(texts.get("Front_Reason"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(reason);
        Composite buttons = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(OUTCOMES.size() + 1).spacing(8, 0).applyTo(buttons);
        Stream.concat(OUTCOMES.stream().map(Optional::of), Stream.of(Optional.<ResponseKind>empty())).forEach(outcome -> {
            Button button = new Button(buttons, SWT.PUSH);
            button.setText(outcome.map(words::of).orElse(texts.get("Front_NotYet")));
            button.setToolTipText(texts.get("Front_Record_Tip"));
            button.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                    event -> recorder.record(suggestion, outcome, reason.getText().strip())));
        });
        return card;
    }
}
