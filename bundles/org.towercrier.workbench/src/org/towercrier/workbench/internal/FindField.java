package org.towercrier.workbench.internal;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.view.Commands;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The way to the search by name, at the right end of the top bar. */
public final class FindField {

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
        button = new Button(parent, SWT.PUSH | SWT.FLAT);
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
