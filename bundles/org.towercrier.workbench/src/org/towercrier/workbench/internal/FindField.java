package org.towercrier.workbench.internal;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.view.Commands;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The way to the search by name, at the right end of the top bar. */
public final class FindField {

    /** The button keeps off the edge of the window. */
    private static final int RIGHT = 8;

    private final Commands commands;
    private final WorkbenchMessages messages;
    private Button button;

    @Inject
    public FindField(Commands commands, WorkbenchMessages messages) {
        this.commands = commands;
        this.messages = messages;
    }

    @PostConstruct
    void build(Composite parent) {
        Composite pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(0, RIGHT, 0, 0).applyTo(pane);
        button = new Button(pane, SWT.PUSH | SWT.FLAT);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, true).applyTo(button);
        button.setData("org.eclipse.e4.ui.css.id", "FindField");
        button.setText(messages.get("Find_Field"));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> commands.run("org.towercrier.command.find")));
    }

    @Inject
    @Optional
    void languageChanged(@UIEventTopic(ILocaleChangeService.LOCALE_CHANGE) Object locale) {
        if (button != null && !button.isDisposed()) {
            button.setText(messages.get("Find_Field"));
            button.requestLayout();
        }
    }
}
