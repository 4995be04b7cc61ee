package org.towercrier.exchange.ui.internal.page;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;

/** What the import page says before there is anything to import. */
final class EmptyPage extends Composite {

    private static final int WIDTH = 520;

    private final Button files;

    EmptyPage(Composite parent, Texts texts, boolean sample, Runnable addFiles, Runnable addFolder, Runnable openSample) {
        super(parent, SWT.NONE);
        Widgets.page(this);
        GridLayoutFactory.fillDefaults().applyTo(this);
        Composite middle = Widgets.area(this, 1, 16, 16);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(middle);
        Label title = Widgets.label(middle, texts.get("Empty_Title"));
        title.setFont(JFaceResources.getHeaderFont());
        Widgets.paragraph(middle, texts.get("Empty_Text"), WIDTH);
        Composite buttons = Widgets.area(middle, 3, 0, 8);
        files = Widgets.button(buttons, texts.get("Sources_Files"), texts.get("Sources_Files_Tip"), addFiles);
        Widgets.button(buttons, texts.get("Sources_AddFolder"), texts.get("Sources_AddFolder_Tip"), addFolder);
        Widgets.button(buttons, texts.get("Empty_Sample"), texts.get("Empty_Sample_Tip"), openSample).setEnabled(sample);
        Widgets.paragraph(middle, texts.get("Empty_Formats"), WIDTH);
    }

    @Override
    public boolean setFocus() {
        return files.setFocus();
    }
}
