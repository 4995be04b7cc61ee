package org.towercrier.campaign.ui.internal.front;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.campaign.Orders.Requested;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.ui.kit.Dates;

/** An order that was just placed: what the customer was shown, and the field for the code that only the customer has. */
final class OrderCard {

    private static final int CODE_WIDTH = 260;

    private OrderCard() {
    }

    /** Makes the card in its parent. @param confirm gets the code that was typed */
    static void create(Composite parent, Requested placed, Texts texts, Dates dates, Consumer<String> confirm) {
        Composite card = new Composite(parent, SWT.BORDER);
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(8, 8).applyTo(card);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        Label title = new Label(card, SWT.WRAP);
        String until = placed.order().expires().map(dates::minute).orElse("");
        title.setText(placed.handedOver().isPresent() ? texts.get("Front_Ordered", until) : texts.get("Front_OrderedNowhere", until));
        title.setToolTipText(placed.handedOver().orElse(placed.order().id()));
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(title);
        new Label(card, SWT.NONE).setText(texts.get("Front_ShownText"));
        Text shown = new Text(card, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        shown.setText(placed.text());
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(shown);
        Composite row = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(row);
        Text code = new Text(row, SWT.BORDER);
        code.setMessage(texts.get("Order_Code_Message"));
        GridDataFactory.swtDefaults().hint(CODE_WIDTH, SWT.DEFAULT).applyTo(code);
        Button button = new Button(row, SWT.PUSH);
        button.setText(texts.get("Front_Confirm"));
        button.setToolTipText(texts.get("Front_Confirm_Tip"));
        Runnable done = () -> {
            String typed = code.getText().strip();
            if (!typed.isEmpty()) {
                confirm.accept(typed);
            }
        };
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> done.run()));
        code.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> done.run()));
    }
}
