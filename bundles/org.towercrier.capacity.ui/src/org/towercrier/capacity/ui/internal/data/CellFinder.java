package org.towercrier.capacity.ui.internal.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.towercrier.ui.FindProvider;

/** Finds cells and sites by name or id. */
final class CellFinder implements FindProvider {

    private final AtomicReference<List<Entry>> entries = new AtomicReference<>(List.of());
    private final String cellKind;
    private final String siteKind;
    private final Consumer<List<String>> open;

    /** A name with what it stands for; {@code folded} is the name and the id in lower case. */
    private record Entry(String kind, String label, String folded, List<String> cells) {
    }

    /**
     * @param cellKind word for a cell
     * @param siteKind word for a site
     * @param open     shows cells, given their ids
     */
    CellFinder(String cellKind, String siteKind, Consumer<List<String>> open) {
        this.cellKind = cellKind;
        this.siteKind = siteKind;
        this.open = open;
    }

    /** Takes the cells of another snapshot; may be called on any thread. */
    void index(NetworkSnapshot snapshot) {
        List<Entry> all = new ArrayList<>();
        Map<String, List<String>> sites = new LinkedHashMap<>();
        for (CellInfo cell : snapshot.cells()) {
            if (!cell.site().isEmpty()) {
                sites.computeIfAbsent(cell.site(), key -> new ArrayList<>()).add(cell.id());
            }
        }
        sites.forEach((site, cells) -> all.add(new Entry(siteKind, site, site.toLowerCase(Locale.ROOT), cells)));
        for (CellInfo cell : snapshot.cells()) {
            String folded = (cell.name() + ' ' + cell.id()).toLowerCase(Locale.ROOT);
            all.add(new Entry(cellKind, cell.name(), folded, List.of(cell.id())));
        }
        entries.set(all);
    }

    @Override
    public List<Found> find(List<String> words, int most) {
        return entries.get().stream().filter(entry -> words.stream().allMatch(entry.folded()::contains)).limit(most)
                .map(entry -> new Found(entry.kind(), entry.label(), () -> open.accept(entry.cells()))).toList();
    }
}
