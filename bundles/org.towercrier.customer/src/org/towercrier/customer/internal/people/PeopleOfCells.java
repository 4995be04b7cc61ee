package org.towercrier.customer.internal.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.areas.AreaException;
import org.towercrier.areas.CellPeople;
import org.towercrier.areas.CustomersOfCell;
import org.towercrier.areas.PeopleQuestion;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Answers with a handful of statements over all cells that are asked for; what leaves this class are sums. */
@Component(service = CustomersOfCell.class)
public final class PeopleOfCells implements CustomersOfCell {

    private final Store store;

    @Activate
    public PeopleOfCells(@Reference Store store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    @Override
    public Map<String, CellPeople> of(Collection<String> cells, PeopleQuestion question) throws AreaException {
        List<String> asked = List.copyOf(new LinkedHashSet<>(cells));
        try {
            return store.read(sql -> new PeopleQuery(sql, question, LocalDate.now(java.time.ZoneOffset.UTC)).of(asked));
        } catch (StoreException trouble) {
            throw new AreaException(CustomerMessages.text("People_Unread", trouble.what(Locale.getDefault())), trouble);
        }
    }
}
