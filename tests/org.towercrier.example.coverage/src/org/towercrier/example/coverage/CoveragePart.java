package org.towercrier.example.coverage;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.osgi.service.event.Event;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.Store;
import org.towercrier.store.TableSchema;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;

/** Says how many sites the workspace knows, and follows when that changes. */
public final class CoveragePart extends StatePart {

    private static final TableSchema SITES = TableSchema.of(NetworkPackage.Literals.SITE);

    private Store store;
    private Label label;

    @Inject
    public CoveragePart(PartSite site) {
        super(site);
    }

    @Inject
    void workspace(@Optional Store open) {
        store = open;
        changed();
    }

    @Inject
    @Optional
    void stored(@UIEventTopic(Topics.STORE_CHANGED) Event event) {
        if (event.getProperty(Topics.TABLES) instanceof String[] tables && Arrays.asList(tables).contains(SITES.name())) {
            changed();
        }
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.SITE, text("Part_Coverage"), text("Coverage_Empty"));
        label = new Label(parent, SWT.WRAP);
        return label;
    }

    /** Asks the store in the background: the window never waits for a query, and the pane says what goes wrong. */
    @Override
    protected void refresh() {
        Store from = store;
        loader().load(cancellation -> from == null ? 0 : from.read(sql -> sql.fetchCount(SITES.table()), cancellation), this::show);
    }

    private void show(int sites) {
        label.setText(MessageFormat.format(text("Coverage_Sites"), sites));
        pane().showUnless(sites == 0);
    }

    private String text(String key) {
        return ResourceBundle.getBundle("OSGI-INF.l10n.bundle", site().locale(), CoveragePart.class.getClassLoader()).getString(key);
    }
}
