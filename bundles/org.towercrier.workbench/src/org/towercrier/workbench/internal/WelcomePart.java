package org.towercrier.workbench.internal;

import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.view.Commands;

import jakarta.inject.Inject;

/** Greets at the first start: open the sample, import own files, or read how it works. */
public final class WelcomePart extends PagePart {

    private final Commands commands;

    @Inject
    public WelcomePart(WorkbenchMessages messages, Commands commands) {
        super(messages);
        this.commands = commands;
    }

    @Override
    void fill(Composite page, WorkbenchMessages texts) {
        Pages.title(page, texts.get("Welcome_Title"));
        Pages.text(page, texts.get("Welcome_Text"));
        action(page, texts, "Sample", "org.towercrier.command.sample");
        action(page, texts, "Import", "org.towercrier.command.import");
        action(page, texts, "Guide", "org.towercrier.command.guide");
    }

    private void action(Composite page, WorkbenchMessages texts, String key, String command) {
        Pages.action(page, texts.get("Welcome_" + key), texts.get("Welcome_" + key + "_Text"), () -> commands.run(command))
                .setEnabled(commands.canRun(command));
    }
}
