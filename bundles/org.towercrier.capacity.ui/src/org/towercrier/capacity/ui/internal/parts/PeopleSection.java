package org.towercrier.capacity.ui.internal.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.towercrier.areas.CellPeople;
import org.towercrier.areas.CustomersOfCell;
import org.towercrier.areas.PeopleQuestion;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/**
 * The people behind a cell as a section of a page: how many live and work there, value by tier, companies, contracts ending
 * and the spend that goes with them. Takes no room where no customers are known.
 */
@Creatable
public final class PeopleSection {

    private static final String CUSTOMERS = "org.towercrier.command.customers.cells";
    private static final int NAME_WIDTH = 130;
    private static final int LEAST_WIDTH = 200;
    private static final int PAGE_MARGINS = 40;

    private final Texts texts;
    private final PartSite site;
    private final Commands commands;
    private Optional<CustomersOfCell> customers = Optional.empty();

    @Inject
    public PeopleSection(Texts texts, PartSite site, Commands commands) {
        this.texts = texts;
        this.site = site;
        this.commands = commands;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional CustomersOfCell service) {
        customers = Optional.ofNullable(service);
    }

    /** An empty section. @param grown called when the section has taken or left room */
    Pane create(Composite parent, Runnable grown) {
        return new Pane(parent, grown);
    }

    /** One section on a page. */
    final class Pane {

        private final StatePane faces;
        private final Composite content;
        private final PaneLoader loader;
        private final GridData room;
        private final Runnable grown;

        private Pane(Composite parent, Runnable grown) {
            this.grown = grown;
            faces = new StatePane(parent, site.messages(), site.themes());
            content = new Composite(faces, SWT.NONE);
            faces.setContent(content);
            loader = new PaneLoader(site, faces);
            room = GridDataFactory.fillDefaults().grab(true, false).exclude(true).create();
            faces.setLayoutData(room);
            faces.setVisible(false);
        }

        Control control() {
            return faces;
        }

        /** Shows the people of a cell once they are counted; until then what was there before. */
        void show(String cell) {
            customers.ifPresent(service -> loader.load(cancellation -> service.of(cell, PeopleQuestion.USUAL), this::show));
        }

        private void show(CellPeople people) {
            for (Control child : content.getChildren()) {
                child.dispose();
            }
            GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 4).applyTo(content);
            boolean any = people.people() > 0;
            if (any) {
                fill(people);
            }
            room.exclude = !any;
            // Words wrap at the width of the page, which the section fills but for the page's own margins.
            int width = Math.max(LEAST_WIDTH, faces.getParent().getClientArea().width - PAGE_MARGINS);
            room.heightHint = any ? content.computeSize(width, SWT.DEFAULT).y : 0;
            faces.setVisible(any);
            content.layout(true, true);
            grown.run();
        }

        private void fill(CellPeople people) {
            Label heading = new Label(content, SWT.NONE);
            heading.setText(texts.get("People_Title"));
            heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            GridDataFactory.fillDefaults().span(2, 1).applyTo(heading);
            for (CellFacts.Fact fact : facts(people, texts)) {
                Label name = new Label(content, SWT.WRAP);
                name.setText(fact.name());
                GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).hint(NAME_WIDTH, SWT.DEFAULT).applyTo(name);
                name.setForeground(site.themes().theme().mutedText());
                Label value = new Label(content, SWT.WRAP);
                value.setText(fact.value());
                value.setToolTipText(fact.value());
                GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
            }
            // Where the area of customers is installed, they can be looked at one by one.
            if (commands.canRun(CUSTOMERS)) {
                Link all = new Link(content, SWT.NONE);
                all.setText("<a>" + texts.get("People_ShowAll") + "</a>");
                GridDataFactory.fillDefaults().span(2, 1).applyTo(all);
                all.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> commands.run(CUSTOMERS)));
            }
        }
    }

    /** What is said about the people, as pairs of a name and a value. */
    static List<CellFacts.Fact> facts(CellPeople people, Texts texts) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        List<CellFacts.Fact> facts = new ArrayList<>();
        facts.add(new CellFacts.Fact(texts.get("People_Living"), numbers.decimal(people.living(), 0)));
        facts.add(new CellFacts.Fact(texts.get("People_Working"), numbers.decimal(people.working(), 0)));
        people.tiers().forEach(tier -> facts.add(new CellFacts.Fact(texts.get("People_Tier_" + tier.tier()),
                texts.get("People_TierValue", numbers.decimal(tier.people(), 0), numbers.decimal(tier.monthlySpend(), 0)))));
        facts.add(new CellFacts.Fact(texts.get("People_Ending", people.contractMonths()), numbers.decimal(people.contractsEnding(), 0)));
        facts.add(new CellFacts.Fact(texts.get("People_AtRisk"), texts.get("People_OfSpend", numbers.decimal(people.spendAtRisk(), 0),
                numbers.decimal(people.monthlySpend(), 0))));
        people.groups().stream().limit(3).forEach(group -> facts.add(new CellFacts.Fact(group.name(),
                texts.get("People_GroupValue", numbers.decimal(group.peopleHere(), 0), numbers.decimal(group.members(), 0),
                        group.clientManager()))));
        if (people.synthetic()) {
            facts.add(new CellFacts.Fact("", texts.get("People_Synthetic")));
        }
        return facts;
    }
}
