package org.towercrier.customer.ui.internal.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.CustomerFeed;
import org.towercrier.customer.ui.internal.CustomerIds;
import org.towercrier.customer.ui.internal.people.CustomerScope;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CustomerSelection;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.ExplainedException;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.Views;

import jakarta.inject.Inject;

/** What every chart about customers needs beside the workbench: its words, news of customers, the selected segment, ways to a customer. */
@Creatable
public final class FigureSite {

    private static final String IMPORT = "org.towercrier.command.import";

    private final FigureTexts texts;
    private final CustomerFeed feed;
    private final SharedSelection selection;
    private final Views views;
    private final Commands commands;
    private final IEventBroker events;

    @Inject
    public FigureSite(FigureTexts texts, CustomerFeed feed, SharedSelection selection, Views views, Commands commands,
            IEventBroker events) {
        this.texts = texts;
        this.feed = feed;
        this.selection = selection;
        this.views = views;
        this.commands = commands;
        this.events = events;
    }

    /** The words. */
    public FigureTexts texts() {
        return texts;
    }

    /** News of customers. */
    public CustomerFeed feed() {
        return feed;
    }

    /** The selected segment; absent when nobody has selected any. */
    public Optional<SegmentSelection> segment() {
        return selection.segment();
    }

    /** Opens the page of a customer. */
    public void open(String customer, Object origin) {
        selection.customers(CustomerSelection.of(customer, origin));
        views.show(CustomerIds.PART_CUSTOMER);
    }

    /** Shows customers in the table of customers. @param title whose they are, in words */
    public void customers(String title, CustomerTable.Filter filter) {
        views.show(CustomerIds.PART_CUSTOMERS);
        events.send(CustomerIds.TOPIC_SCOPE, new CustomerScope.Asked(title, filter));
    }

    /** Selects customers. */
    public void select(List<String> customers, Object origin) {
        selection.customers(new CustomerSelection(customers, origin));
    }

    /** Has files chosen and imported. */
    public void importFiles() {
        commands.run(IMPORT);
    }

    /** The selected segment as a rule, for what is to follow it. @throws CustomerException when it is there no more */
    public Optional<FollowedSegment> followed(Optional<Segments> segments) throws CustomerException, StoreException {
        Optional<SegmentSelection> chosen = segment();
        return chosen.isEmpty() || segments.isEmpty() ? Optional.empty() : FollowedSegment.of(chosen.get(), segments.get(), texts);
    }

    /** Whether any customer is known: without one there is nothing to show, with one an empty list is a finding. */
    public boolean anyone(Cancellation cancellation) throws CustomerException, StoreException {
        return feed.segments().isPresent()
                && feed.segments().get().count(CustomerFactory.eINSTANCE.createAllOf(), cancellation).customers() > 0;
    }

    /** Reads in the background; what customers cannot be asked is explained in the words of the refusal. */
    public <T> void load(PaneLoader loader, PaneLoader.Reading<T> reading, Consumer<T> consumer) {
        loader.load(cancellation -> {
            try {
                return reading.read(cancellation);
            } catch (CustomerException refused) {
                throw new ExplainedException(refused.getMessage(), texts.get("Refused_Remedy"), refused);
            }
        }, consumer);
    }
}
