package org.towercrier.exchange.ui.internal.quarantine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;

/** The reasons of a report with their counts, the most frequent first; the selected one filters the rows. */
final class ReasonTable extends Composite {

    private static final int COUNT_WIDTH = 90;

    private final Texts texts;
    private final Table table;
    private List<ReasonCount> shown = List.of();

    ReasonTable(Composite parent, Texts texts, Consumer<Optional<ReasonCount>> chosen) {
        super(parent, SWT.NONE);
        this.texts = texts;
        Widgets.page(this);
        GridLayoutFactory.fillDefaults().applyTo(this);
        table = new Table(this, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(160, 100).applyTo(table);
        TableColumn count = new TableColumn(table, SWT.RIGHT);
        count.setText(texts.get("Quarantine_Rows"));
        count.setWidth(COUNT_WIDTH);
        TableColumn reason = new TableColumn(table, SWT.LEFT);
        reason.setText(texts.get("Quarantine_Reason"));
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen.accept(selected())));
        table.addListener(SWT.MouseMove, event -> {
            TableItem item = table.getItem(new Point(event.x, event.y));
            table.setToolTipText(item == null ? null : item.getText(1));
        });
    }

    /** The first line stands for all reasons. */
    private Optional<ReasonCount> selected() {
        int index = table.getSelectionIndex() - 1;
        return index < 0 ? Optional.empty() : Optional.of(shown.get(index));
    }

    void show(List<ReasonCount> reasons, long total) {
        shown = reasons;
        table.setRedraw(false);
        table.removeAll();
        if (!reasons.isEmpty()) {
            new TableItem(table, SWT.NONE).setText(new String[]{ texts.number(total), texts.get("Quarantine_AllReasons") });
            for (ReasonCount reason : reasons) {
                // A reason that occurs once is shown as it stands.
                new TableItem(table, SWT.NONE).setText(new String[]{ texts.number(reason.count()),
                        reason.count() == 1 ? reason.example() : reason.reason() });
            }
            table.select(0);
        }
        table.getColumn(1).pack();
        table.setRedraw(true);
    }
}
