package org.towercrier.campaign.ui.internal.policy;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.store.DocumentInfo;
import org.towercrier.ui.kit.Dates;

/** The versions of a document below a button, the newest first; it cannot be chosen, for it is what is open. */
record VersionMenu(Texts texts, Dates dates) {

    void open(Button at, List<DocumentInfo> versions, Consumer<DocumentInfo> chosen) {
        Menu menu = new Menu(at);
        if (versions.isEmpty()) {
            MenuItem none = new MenuItem(menu, SWT.PUSH);
            none.setText(texts.get("Document_NoVersions"));
            none.setEnabled(false);
        }
        for (DocumentInfo info : versions) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(texts.get("Campaign_Version", info.version(), dates.minute(info.saved()), info.user()));
            item.setEnabled(info != versions.getFirst());
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen.accept(info)));
        }
        menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(at.toDisplay(0, at.getSize().y));
        menu.setVisible(true);
    }
}
