package org.towercrier.example.coverage;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.osgi.service.event.Event;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.ui.Topics;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Says how many sites the workspace knows, and follows when that changes. */
public final class CoveragePart {

    private static final TableSchema SITES = TableSchema.of(NetworkPackage.Literals.SITE);

    private final Store store;
    private final UISynchronize ui;
    private Label label;

    @Inject
    public CoveragePart(Store store, UISynchronize ui) {
        this.store = store;
        this.ui = ui;
    }

    @PostConstruct
    void build(Composite parent) {
        label = new Label(parent, SWT.WRAP);
        count();
    }

    @Focus
    void focus() {
        label.setFocus();
    }

    @Inject
    @Optional
    private void storeChanged(@UIEventTopic(Topics.STORE_CHANGED) Event event) {
        if (label != null && event.getProperty(Topics.TABLES) instanceof String[] tables && Arrays.asList(tables).contains(SITES.name())) {
            count();
        }
    }

    /** Asks the store in the background: the window never waits for a query. */
    private void count() {
        Job job = Job.createSystem("Coverage", (ICoreRunnable) monitor -> {
            String text = text();
            ui.asyncExec(() -> {
                if (!label.isDisposed()) {
                    label.setText(text);
                    label.requestLayout();
                }
            });
        });
        job.schedule();
    }

    private String text() {
        ResourceBundle texts = ResourceBundle.getBundle("OSGI-INF.l10n.bundle", Locale.getDefault(), CoveragePart.class.getClassLoader());
        try {
            int sites = store.read(sql -> sql.fetchCount(SITES.table()));
            return MessageFormat.format(texts.getString("Coverage_Sites"), sites);
        } catch (StoreException trouble) {
            return MessageFormat.format(texts.getString("Coverage_Trouble"), trouble.getLocalizedMessage());
        }
    }
}
