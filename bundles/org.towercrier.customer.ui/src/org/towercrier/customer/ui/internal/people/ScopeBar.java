package org.towercrier.customer.ui.internal.people;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.ui.view.PartSite;

/** The line above the table of customers: whose they are, the way to the map, the way to personal data. */
final class ScopeBar {

    private static final int SCOPE_WIDTH = 170;

    private final PartSite site;
    private final Texts texts;
    private final Combo choice;
    private final Label said;
    private final Button see;
    private final SightStrip strip;
    private Optional<CustomerScope> segment = Optional.empty();
    private Optional<CustomerScope> asked = Optional.empty();

    /** What the bar asks the view for. */
    interface Actions {

        void scope(CustomerScope scope);

        void map();

        void see(Optional<String> reason);
    }

    ScopeBar(Composite parent, PartSite site, Texts texts, Actions actions) {
        this.site = site;
        this.texts = texts;
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 4).spacing(8, 0).applyTo(bar);
        choice = new Combo(bar, SWT.READ_ONLY);
        choice.setItems(texts.get("Scope_All"), texts.get("Scope_Segment"), texts.get("Scope_Cells"));
        GridDataFactory.swtDefaults().hint(SCOPE_WIDTH, SWT.DEFAULT).applyTo(choice);
        choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose(actions)));
        said = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).hint(10, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(said);
        Button map = new Button(bar, SWT.PUSH);
        map.setText(texts.get("Customers_Cells"));
        map.setToolTipText(texts.get("Customers_Cells_Tip"));
        map.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> actions.map()));
        see = new Button(bar, SWT.PUSH);
        see.setText(texts.get("Sight_Ask"));
        see.setToolTipText(texts.get("Sight_Ask_Tip"));
        strip = new SightStrip(parent, texts, actions::see);
        see.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> strip.ask()));
    }

    private void choose(Actions actions) {
        actions.scope(switch (choice.getSelectionIndex()) {
            case 1 -> segment.orElseGet(CustomerScope.All::new);
            case 2 -> new CustomerScope.OfCells(List.of());
            case 3 -> asked.orElseGet(CustomerScope.All::new);
            default -> new CustomerScope.All();
        });
    }

    /** Says whose customers are shown. @param whose in words @param total how many there are, −1 while that is not known */
    void show(CustomerScope scope, String whose, long total) {
        if (choice.isDisposed()) {
            return;
        }
        if (scope instanceof CustomerScope.Asked other) {
            asked = Optional.of(other);
            // there only since another view has asked
            if (choice.getItemCount() == 3) {
                choice.add(other.title());
            } else {
                choice.setItem(3, other.title());
            }
        }
        choice.select(switch (scope) {
            case CustomerScope.All all -> 0;
            case CustomerScope.OfSegment of -> 1;
            case CustomerScope.OfCells of -> 2;
            case CustomerScope.Asked other -> 3;
        });
        if (scope instanceof CustomerScope.OfSegment) {
            segment = Optional.of(scope);
        }
        say(total < 0 ? whose : texts.get("Scope_Total", whose, site.numbers().integer(total)).strip());
    }

    /** Says something. */
    void say(String text) {
        if (!said.isDisposed()) {
            said.setText(text);
            said.setToolTipText(text);
        }
    }

    void shown(String reason) {
        see.setEnabled(false);
        strip.shown(reason);
    }

    void refused(String reason, String why) {
        strip.refused(reason, why);
    }

    void masked() {
        see.setEnabled(true);
        strip.hide();
    }
}
