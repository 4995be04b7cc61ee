package org.towercrier.capacity.ui.internal.filters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.SavedFilter;
import org.towercrier.store.DocumentDamagedException;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** The filters of the alarm list that operators keep in the workspace, by name. */
public final class SavedFilters {

    /** Kind of their documents. */
    public static final String KIND = "filter";
    private static final String AREA = "alarms";

    /**
     * A kept filter.
     *
     * @param name   its name
     * @param filter what it asks for
     */
    public record Saved(String name, ListFilter filter) {
    }

    private final Store store;

    public SavedFilters(Store store) {
        this.store = store;
    }

    /** All of them, by name; what cannot be read is left out. */
    public List<Saved> list() throws StoreException {
        List<Saved> found = new ArrayList<>();
        for (DocumentInfo info : store.documents().list(KIND)) {
            read(info.name()).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Saved::name, String.CASE_INSENSITIVE_ORDER));
        return found;
    }

    private Optional<Saved> read(String name) throws StoreException {
        try {
            return store.documents().load(KIND, name, SavedFilter.class).map(Versioned::root)
                    .filter(kept -> AREA.equals(kept.getArea()) && kept.getState() != null)
                    .flatMap(kept -> ListFilter.parse(kept.getState()).map(filter -> new Saved(name, filter)));
        } catch (DocumentDamagedException damaged) {
            ILog.of(SavedFilters.class).warn(damaged.getMessage(), damaged);
            return Optional.empty();
        }
    }

    /** Keeps a filter; one of the same name is replaced. */
    public void save(String name, ListFilter filter) throws StoreException {
        SavedFilter kept = AlarmFactory.eINSTANCE.createSavedFilter();
        kept.setName(name);
        kept.setLabel(name);
        kept.setArea(AREA);
        kept.setState(filter.text());
        store.documents().save(KIND, name, kept, version(name));
    }

    /** Keeps it no longer; nothing happens when it is gone already. */
    public void remove(String name) throws StoreException {
        long version = version(name);
        if (version != Documents.NEW) {
            store.documents().delete(KIND, name, version);
        }
    }

    private long version(String name) throws StoreException {
        return store.documents().list(KIND).stream().filter(info -> info.name().equals(name)).mapToLong(DocumentInfo::version).findFirst()
                .orElse(Documents.NEW);
    }
}
