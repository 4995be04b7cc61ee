package org.towercrier.customer.ui.internal.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;

import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.CustomerTable.Filter;
import org.towercrier.customer.CustomerTable.Query;
import org.towercrier.customer.CustomerTable.Sight;
import org.towercrier.customer.ui.internal.Names;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.table.PageQuery;
import org.towercrier.ui.table.PageSource;
import org.towercrier.ui.view.PaneLoader;

/** Pages of customers for the table: its filters and words become a question to the engine. */
final class CustomerSource implements PageSource<CustomerRow> {

    /** Always read: they lead to the map. */
    static final List<String> CELLS = List.of("homeCell", "workCell");

    /** What has a name that anybody may read; households and companies are people. */
    private static final Set<EClass> NAMED = Set.of(NetworkPackage.Literals.REGION, NetworkPackage.Literals.CELL);

    private final CustomerTable table;
    private final ColumnCriteria criteria;
    private final PaneLoader loader;
    private final Names names;
    private final Scope scope;
    private final Map<String, CustomerTable.Column> columns;
    private volatile Optional<Sight> sight = Optional.empty();
    private Consumer<Rows<CustomerRow>> watcher = rows -> {};

    /** Whose customers are shown; away from the thread of the window. */
    @FunctionalInterface
    interface Scope {

        Filter filter() throws CustomerException, StoreException;
    }

    CustomerSource(CustomerTable table, ColumnCriteria criteria, PaneLoader loader, Names names, Scope scope) {
        this.table = table;
        this.criteria = criteria;
        this.loader = loader;
        this.names = names;
        this.scope = scope;
        columns = table.columns().stream().collect(Collectors.toMap(CustomerTable.Column::name, Function.identity(), (a, b) -> a,
                LinkedHashMap::new));
    }

    /** Is told each page, before the table is. */
    void watch(Consumer<Rows<CustomerRow>> newWatcher) {
        watcher = newWatcher;
    }

    /** Shows personal data, or masks them. */
    void see(Optional<Sight> leave) {
        sight = leave;
    }

    @Override
    public void ask(PageQuery query, int offset, Consumer<Rows<CustomerRow>> answer) {
        Optional<Sight> leave = sight;
        loader.loadQuietly(cancellation -> read(query, leave, offset, PAGE, cancellation), rows -> {
            watcher.accept(rows);
            answer.accept(rows);
        });
    }

    /** Rows from an offset on, masked unless they are shown; away from the thread of the window. */
    Rows<CustomerRow> read(PageQuery query, int offset, int limit, Cancellation cancellation) throws CustomerException, StoreException {
        return read(query, sight, offset, limit, cancellation);
    }

    private Rows<CustomerRow> read(PageQuery query, Optional<Sight> leave, int offset, int limit, Cancellation cancellation)
            throws CustomerException, StoreException {
        Filter all = scope.filter();
        List<String> wanted = new ArrayList<>(query.columns());
        CELLS.stream().filter(cell -> !wanted.contains(cell)).forEach(wanted::add);
        Query question = new Query(narrowed(all, query), wanted, query.sort(), query.descending(), leave);
        CustomerTable.Page page = table.page(question, offset, limit, cancellation);
        long total = query.filters().isEmpty() && query.words().isBlank() ? page.total() : table.count(all, cancellation);
        Map<String, Map<String, String>> known = names(page, wanted);
        return new Rows<>(page.rows().stream().map(row -> CustomerRow.of(row, wanted, known)).toList(), page.total(), total);
    }

    /** Names of the regions and cells on a page. */
    private Map<String, Map<String, String>> names(CustomerTable.Page page, List<String> wanted) throws StoreException {
        Map<String, Map<String, String>> known = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            int position = i;
            Optional<EClass> type = Optional.ofNullable(columns.get(wanted.get(i))).flatMap(CustomerTable.Column::feature)
                    .filter(EReference.class::isInstance).map(feature -> ((EReference) feature).getEReferenceType())
                    .filter(NAMED::contains);
            if (type.isPresent()) {
                known.put(wanted.get(i), names.of(type.get(), page.rows().stream().map(row -> row.values().get(position))
                        .flatMap(Stream::ofNullable).map(Object::toString).toList()));
            }
        }
        return known;
    }

    /** The customers of a scope that the filters of the table let through. */
    Filter narrowed(Filter all, PageQuery query) {
        AllOf both = CustomerFactory.eINSTANCE.createAllOf();
        all.criterion().map(org.eclipse.emf.ecore.util.EcoreUtil::copy).ifPresent(both.getCriteria()::add);
        query.filters().forEach((column, text) -> criterion(column, text).ifPresent(both.getCriteria()::add));
        Filter filter = both.getCriteria().isEmpty() ? all : all.where(both);
        return query.words().isBlank() ? filter : filter.with(query.words());
    }

    private Optional<Criterion> criterion(String column, String text) {
        return Optional.ofNullable(columns.get(column)).flatMap(known -> criteria.of(known, text));
    }

    @Override
    public void drop() {
        loader.cancel();
    }

    @Override
    public boolean understands(String column, String filter) {
        return criterion(column, filter).isPresent();
    }

    @Override
    public boolean sorts(String column) {
        return columns.containsKey(column) && !columns.get(column).personal();
    }

    @Override
    public boolean filters(String column) {
        return columns.containsKey(column) && columns.get(column).attribute().isPresent();
    }
}
