package org.towercrier.customer.ui.internal.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerPages;
import org.towercrier.customer.CustomerPages.Page;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.ui.CustomerPageSection;
import org.towercrier.customer.ui.internal.CustomerFeed;
import org.towercrier.customer.ui.internal.CustomerIds;
import org.towercrier.customer.ui.internal.Names;
import org.towercrier.customer.ui.internal.Navigation;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.customer.ui.internal.people.SightStrip;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CustomerSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Everything about one customer on one page: the one picked last, wherever that was. */
public final class CustomerPart extends StatePart {

    private final Texts texts;
    private final Navigation navigation;
    private final SharedSelection selection;
    private final Names names;
    private Optional<CustomerPages> pages = Optional.empty();
    private Optional<CustomerTable> table = Optional.empty();
    private List<CustomerPageSection> sections = List.of();
    private Optional<String> customer = Optional.empty();
    private Optional<String> reason = Optional.empty();
    private PageSheet sheet;
    private SightStrip strip;

    @Inject
    public CustomerPart(PartSite site, Texts texts, CustomerFeed feed, Navigation navigation, SharedSelection selection, Names names) {
        super(site);
        this.texts = texts;
        this.navigation = navigation;
        this.selection = selection;
        this.names = names;
        feed.follow(this::changed);
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional CustomerPages service) {
        pages = Optional.ofNullable(service);
        changed();
    }

    @Inject
    void table(@org.eclipse.e4.core.di.annotations.Optional CustomerTable service) {
        table = Optional.ofNullable(service);
    }

    @Inject
    void sections(@Service List<CustomerPageSection> added) {
        sections = List.copyOf(added);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        strip = new SightStrip(parent, texts, this::see);
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.USER, texts.get("Part_Customer"), texts.get("Empty_Customer")).button(texts.get("Empty_ShowCustomers"),
                () -> navigation.show(CustomerIds.PART_CUSTOMERS));
        sheet = new PageSheet(parent, site(), new PageTexts(texts, site().dates()), cell -> navigation.cell(cell, this), () -> strip.ask());
        return sheet.control();
    }

    @Inject
    void picked(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CUSTOMERS) CustomerSelection picked) {
        Optional<String> wanted = Optional.ofNullable(picked).flatMap(CustomerSelection::primary);
        if (!wanted.equals(customer)) {
            customer = wanted;
            reason = Optional.empty();
            if (isBuilt()) {
                strip.hide();
            }
            changed();
        }
    }

    private void see(Optional<String> why) {
        reason = why;
        if (why.isEmpty()) {
            strip.hide();
        }
        changed();
    }

    private record Found(Optional<Page> page, Map<String, String> names, Optional<String> refused) {
    }

    @Override
    protected void refresh() {
        if (pages.isEmpty() || customer.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        CustomerPages service = pages.get();
        String id = customer.get();
        Optional<String> why = reason;
        loader().load(cancellation -> read(service, id, why), found -> show(id, why, found));
    }

    private Found read(CustomerPages service, String id, Optional<String> why) throws StoreException {
        try {
            Optional<Page> page = service.page(id, why);
            if (page.isEmpty()) {
                Optional<String> meant = meant(id);
                page = meant.isEmpty() ? page : service.page(meant.get(), why);
            }
            return named(page, Optional.empty());
        } catch (DisclosureRefusedException refused) {
            return new Found(Optional.empty(), Map.of(), Optional.of(refused.getMessage()));
        }
    }

    /** The customer whose identity is written like this, in whatever case and perhaps not to its end. */
    private Optional<String> meant(String typed) throws StoreException {
        try {
            return table.isEmpty() ? Optional.empty()
                    : table.get().page(CustomerTable.Query.of(CustomerTable.Filter.ALL.with(typed), List.of("id")), 0, 1,
                            Cancellation.none()).rows().stream().findFirst().map(CustomerTable.Row::customer);
        } catch (CustomerException unclear) {
            return Optional.empty();
        }
    }

    private Found named(Optional<Page> page, Optional<String> refused) throws StoreException {
        Map<String, String> known = new HashMap<>();
        if (page.isPresent()) {
            List<String> products = new ArrayList<>(page.get().products().stream().map(row -> String.valueOf(row.get("product"))).toList());
            page.get().household().map(row -> row.get("bundle")).map(Object::toString).ifPresent(products::add);
            known.putAll(names.of(Literals.PRODUCT, products));
            known.putAll(names.of(NetworkPackage.Literals.REGION,
                    Optional.ofNullable(page.get().person().get("region")).map(Object::toString).stream().toList()));
        }
        return new Found(page, known, refused);
    }

    private void show(String id, Optional<String> why, Found found) {
        if (found.refused().isPresent()) {
            reason = Optional.empty();
            strip.refused(why.orElse(""), found.refused().get());
            return;
        }
        if (found.page().isEmpty()) {
            pane().setEmpty(Icon.USER, texts.get("Part_Customer"), texts.get("Empty_NoCustomer", id))
                    .button(texts.get("Empty_ShowCustomers"), () -> navigation.show(CustomerIds.PART_CUSTOMERS));
            pane().showEmpty();
            return;
        }
        Page page = found.page().get();
        if (!page.id().equals(id)) {
            // somebody typed a telephone number: from now on the customer is known by its identity
            customer = Optional.of(page.id());
            selection.customers(CustomerSelection.of(page.id(), this));
        }
        why.ifPresent(strip::shown);
        sheet.show(page, found.names(), sections);
    }
}
