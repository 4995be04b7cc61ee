package org.towercrier.customer.ui.internal.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.customer.CustomerPages.Page;
import org.towercrier.customer.CustomerPages.Recommendation;
import org.towercrier.customer.ui.CustomerPageSection;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.ui.chart.ChartModel;
import org.towercrier.ui.chart.ChartPane;
import org.towercrier.ui.kit.PropertyFacts;
import org.towercrier.ui.view.PartSite;

/** The page of a customer as widgets: head, what to do next, value over time, facts, and what other areas add. */
final class PageSheet {

    private static final int CHART_HEIGHT = 180;
    private static final int TEXT_WIDTH = 200;
    private static final int MARGIN = 12;

    private final PartSite site;
    private final PageTexts words;
    private final Texts texts;
    private final Consumer<String> openCell;
    private final Runnable ask;
    private final ScrolledComposite scroll;
    private final Composite page;
    private final Composite head;
    private final ChartPane spend;
    private final ChartPane data;
    private final PropertyFacts facts;
    private final Composite added;
    private final Font title;
    private final Font large;

    PageSheet(Composite parent, PartSite site, PageTexts words, Consumer<String> openCell, Runnable ask) {
        this.site = site;
        this.words = words;
        this.texts = words.texts();
        this.openCell = openCell;
        this.ask = ask;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(0, MARGIN).spacing(0, 8).applyTo(page);
        scroll.setContent(page);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), page);
        title = resources.create(FontDescriptor.createFrom(page.getFont()).setStyle(SWT.BOLD).increaseHeight(2));
        large = resources.create(FontDescriptor.createFrom(page.getFont()).increaseHeight(6));
        head = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        spend = chart();
        data = chart();
        facts = PropertyFacts.onPage(page, site.messages());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
        added = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, 0).spacing(0, 8).applyTo(added);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(added);
        site.track(facts);
        scroll.addListener(SWT.Resize, event -> laidOut());
    }

    private ChartPane chart() {
        ChartPane chart = new ChartPane(page, site.messages(), site.dates());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, CHART_HEIGHT).indent(4, 0).applyTo(chart);
        site.track(chart);
        return chart;
    }

    Control control() {
        return scroll;
    }

    /** Shows another customer, from the top. */
    void show(Page of, Map<String, String> names, List<CustomerPageSection> sections) {
        page.setRedraw(false);
        clear(head);
        clear(added);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, 0).spacing(8, 8).applyTo(head);
        who(of);
        next(of.recommendations());
        figures(of);
        show(spend, ValueCharts.of(of.facts(), "spend", texts.get("Page_SpendChart"), "", 0));
        show(data, ValueCharts.of(of.facts(), "dataVolume", texts.get("Page_DataChart"),
                MeasureAnnotations.unit(Literals.MONTHLY_FACTS__DATA_VOLUME).orElse(""), 1));
        facts.show(new PageContent(of, names, words, openCell).sections());
        CustomerPageSection.Subject subject = new CustomerPageSection.Subject(of.id(), of.masked(), site.themes().theme(), site.locale(),
                this::laidOut);
        sections.stream().sorted(Comparator.comparingInt(CustomerPageSection::order)).forEach(section -> {
            bold(added, section.title(site.locale()));
            section.fill(added, subject);
        });
        page.setRedraw(true);
        laidOut();
        scroll.setOrigin(0, 0);
    }

    private static void clear(Composite parent) {
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
    }

    private static void show(ChartPane chart, Optional<ChartModel> model) {
        ((GridData) chart.getLayoutData()).exclude = model.isEmpty();
        chart.setVisible(model.isPresent());
        model.ifPresentOrElse(chart::show, chart::clear);
    }

    private void laidOut() {
        int width = scroll.getClientArea().width;
        if (page.isDisposed() || width <= 0) {
            return;
        }
        GridData place = (GridData) facts.getLayoutData();
        place.heightHint = facts.computeSize(width, SWT.DEFAULT).y;
        Point size = page.computeSize(width, SWT.DEFAULT);
        scroll.setMinSize(0, size.y);
        page.layout(true, true);
    }

    private void who(Page of) {
        Label name = new Label(head, SWT.WRAP);
        name.setFont(title);
        name.setText(words.value(Literals.CUSTOMER, of.person(), "name").orElse(of.id()));
        name.setToolTipText(of.id());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(name);
        Button see = new Button(head, SWT.PUSH);
        see.setText(texts.get("Sight_Ask"));
        see.setToolTipText(texts.get("Sight_Ask_Tip"));
        see.setVisible(of.masked());
        see.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> ask.run()));
        muted(Stream.of(Optional.of(of.id()), words.value(Literals.CUSTOMER, of.person(), "tier"),
                words.value(Literals.CUSTOMER, of.person(), "stage"), words.value(Literals.CUSTOMER, of.person(), "brand"))
                .flatMap(Optional::stream).collect(Collectors.joining(" · ")));
    }

    /** What to do next, each with its reason; that there is nothing to do is said too. */
    private void next(List<Recommendation> recommendations) {
        bold(head, texts.get("Page_Next"));
        if (recommendations.isEmpty()) {
            muted(texts.get("Page_NoNext"));
        }
        for (Recommendation each : recommendations) {
            Composite card = new Composite(head, SWT.NONE);
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(card);
            GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(card);
            Label kind = new Label(card, SWT.NONE);
            kind.setText(texts.get("Next_" + each.kind()));
            kind.setForeground(site.themes().theme().accent());
            GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).hint(70, SWT.DEFAULT).applyTo(kind);
            Label reason = new Label(card, SWT.WRAP);
            reason.setText(each.reason().replace("&", "&&"));
            each.value().ifPresent(value -> reason.setToolTipText(texts.get("Page_NextValue", words.numbers().decimal(value, 2))));
            GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(reason);
        }
    }

    /** The value in large figures with their captions below. */
    private void figures(Page of) {
        bold(head, texts.get("Page_Value"));
        Composite row = new Composite(head, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(row);
        GridLayoutFactory.fillDefaults().numColumns(3).equalWidth(true).spacing(8, 0).applyTo(row);
        figure(row, of, "spend_mean_6", "Page_Mean6", false);
        figure(row, of, "spend_last_1", "Page_Last", false);
        figure(row, of, "spend_trend_6", "Page_Trend", true);
    }

    private void figure(Composite row, Page of, String key, String caption, boolean sign) {
        Composite cell = new Composite(row, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(cell);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(cell);
        double value = of.value().get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
        Label figure = new Label(cell, SWT.NONE);
        figure.setFont(large);
        figure.setText((sign && value > 0 ? "+" : "") + words.numbers().decimal(value, sign ? 2 : 1));
        Label below = new Label(cell, SWT.WRAP);
        below.setText(texts.get(caption));
        below.setForeground(site.themes().theme().mutedText());
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(below);
    }

    private void bold(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 4).applyTo(label);
    }

    private void muted(String text) {
        Label label = new Label(head, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setForeground(site.themes().theme().mutedText());
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
    }
}
