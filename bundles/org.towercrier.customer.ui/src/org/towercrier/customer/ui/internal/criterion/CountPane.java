package org.towercrier.customer.ui.internal.criterion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.edit.Labels;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;

/** How many customers a rule is true for, and the first of them; dimmed while it is being counted anew. */
final class CountPane {

    private static final int PREVIEW = 12;
    private static final List<String> COLUMNS = List.of("id", "age", "tenure", "spend_mean_3");
    private static final List<Integer> WIDTHS = List.of(140, 56, 70, 70);

    private final PartSite site;
    private final Texts texts;
    private final StatePane faces;
    private final PaneLoader loader;
    private final Label figure;
    private final Label caption;
    private final Table table;

    private record Counted(Segments.Count rule, Segments.Count segment, List<Map<String, Object>> first) {
    }

    /** @param open opens a customer */
    CountPane(Composite parent, PartSite site, Texts texts, Consumer<String> open) {
        this.site = site;
        this.texts = texts;
        faces = new StatePane(parent, site.messages(), site.themes());
        loader = new PaneLoader(site, faces);
        Composite content = new Composite(faces, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(content);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), content);
        figure = new Label(content, SWT.NONE);
        figure.setFont(resources.create(FontDescriptor.createFrom(content.getFont()).increaseHeight(6)));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(figure);
        caption = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(caption);
        table = new Table(content, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 120).applyTo(table);
        Labels labels = new Labels(texts.locale());
        List<String> heads = List.of(labels.of(Literals.CUSTOMER__ID), labels.of(Literals.CUSTOMER__AGE),
                labels.of(Literals.CUSTOMER__TENURE),
                labels.of(Literals.MONTHLY_FACTS__SPEND));
        for (int i = 0; i < COLUMNS.size(); i++) {
            TableColumn column = new TableColumn(table, i == 0 ? SWT.LEFT : SWT.RIGHT);
            column.setText(heads.get(i));
            column.setWidth(WIDTHS.get(i));
        }
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> open.accept((String) event.item.getData())));
        faces.setContent(content);
    }

    Control control() {
        return faces;
    }

    /** Counts a rule, and those of its customers that no earlier segment takes. */
    void count(Segments service, Criterion rule, Optional<Criterion> segment) {
        loader.load(cancellation -> {
            Segments.Count all = service.count(rule, cancellation);
            return new Counted(all, segment.isPresent() ? service.count(segment.get(), cancellation) : all,
                    service.preview(rule, PREVIEW, cancellation));
        }, this::show);
    }

    /** Says why nothing is counted. */
    void say(String why) {
        loader.cancel();
        figure.setText(NumberFormats.ABSENT);
        caption.setText(why);
        table.removeAll();
        caption.getParent().layout(true, true);
    }

    private void show(Counted counted) {
        NumberFormats numbers = site.numbers();
        figure.setText(numbers.integer(counted.rule().matching()));
        String of = texts.get("Criterion_Count", numbers.integer(counted.rule().customers()), numbers.percent(counted.rule().share(), 1));
        boolean less = counted.segment().matching() < counted.rule().matching();
        caption.setText(less ? of + " " + texts.get("Criterion_Taken", numbers.integer(counted.segment().matching())) : of);
        table.setRedraw(false);
        table.removeAll();
        for (Map<String, Object> row : counted.first()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setData(String.valueOf(row.get("id")));
            item.setText(COLUMNS.stream().map(column -> text(row.get(column), numbers)).toArray(String[]::new));
        }
        table.setRedraw(true);
        caption.getParent().layout(true, true);
    }

    private static String text(Object value, NumberFormats numbers) {
        return switch (value) {
            case null -> NumberFormats.ABSENT;
            case Integer whole -> numbers.integer(whole);
            case Number number -> numbers.decimal(number.doubleValue(), 1);
            default -> value.toString();
        };
    }
}
