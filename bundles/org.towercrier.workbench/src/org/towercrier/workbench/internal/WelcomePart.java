package org.towercrier.workbench.internal;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.widgets.Composite;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Greets at the first start: open the sample, import own files, or read how it works. */
public final class WelcomePart {

    private final Commands commands;
    private Composite column;

    @Inject
    public WelcomePart(Commands commands) {
        this.commands = commands;
    }

    @PostConstruct
    void build(Composite parent, WorkbenchMessages messages) {
        column = Pages.column(parent);
        fill(messages);
    }

    @Inject
    @Optional
    void languageChanged(@UIEventTopic(ILocaleChangeService.LOCALE_CHANGE) Object locale, WorkbenchMessages messages) {
        if (column != null && !column.isDisposed()) {
            Pages.clear(column);
            fill(messages);
        }
    }

    @Focus
    void focus() {
        column.setFocus();
    }

    private void fill(WorkbenchMessages messages) {
        Pages.title(column, messages.get("Welcome_Title"));
        Pages.text(column, messages.get("Welcome_Text"));
        action(messages, "Sample", "org.towercrier.command.sample");
        action(messages, "Import", "org.towercrier.command.import");
        action(messages, "Guide", "org.towercrier.command.guide");
        Pages.layout(column);
    }

    private void action(WorkbenchMessages messages, String key, String command) {
        Pages.action(column, messages.get("Welcome_" + key), messages.get("Welcome_" + key + "_Text"), () -> commands.run(command))
                .setEnabled(commands.canRun(command));
    }
}
