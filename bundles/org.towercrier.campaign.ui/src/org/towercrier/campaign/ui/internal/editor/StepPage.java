package org.towercrier.campaign.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.model.campaign.Campaign;

/** The page of one step: sections of fields below one another, which scroll. */
abstract class StepPage {

    private static final int LEAST_WIDTH = 420;

    private final FormKit kit;
    private final ScrolledComposite scroll;
    private final Composite body;
    private final List<FieldForm> forms = new ArrayList<>();
    private final List<ListPane> lists = new ArrayList<>();

    StepPage(Composite parent, FormKit kit) {
        this.kit = kit;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.getVerticalBar().setIncrement(24);
        body = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 12).spacing(8, 8).applyTo(body);
        scroll.setContent(body);
        scroll.addListener(SWT.Resize, event -> fit());
    }

    /** Shows the step of a campaign. */
    abstract void show(Campaign campaign, Frozen frozen);

    ScrolledComposite control() {
        return scroll;
    }

    FormKit kit() {
        return kit;
    }

    /** The sections. */
    Composite body() {
        return body;
    }

    /** Begins a section. */
    void heading(String text) {
        Label heading = new Label(body, SWT.NONE);
        heading.setText(text);
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().indent(0, body.getChildren().length > 1 ? 10 : 0).applyTo(heading);
    }

    /** A form that is flushed with the page. */
    FieldForm form() {
        FieldForm form = new FieldForm(body, kit);
        forms.add(form);
        return form;
    }

    /** A list whose fields are flushed with the page. */
    ListPane added(ListPane list) {
        lists.add(list);
        return list;
    }

    /** Writes what was typed and not written yet. */
    void flush() {
        forms.forEach(FieldForm::flush);
        lists.forEach(list -> list.form().flush());
    }

    /** Gives the page the height its sections need. */
    void fit() {
        int width = Math.max(LEAST_WIDTH, scroll.getClientArea().width);
        scroll.setMinSize(LEAST_WIDTH, body.computeSize(width, SWT.DEFAULT).y);
        // In no room at all fields would be laid out with negative sizes; with its first size the body is laid out anyway.
        if (!new Point(0, 0).equals(body.getSize())) {
            body.layout(true, true);
        }
    }
}
