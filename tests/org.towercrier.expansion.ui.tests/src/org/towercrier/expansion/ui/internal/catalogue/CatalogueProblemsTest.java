package org.towercrier.expansion.ui.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.NetworkFactory;

/** What is said about a catalogue while it is edited. */
class CatalogueProblemsTest {

    private static CostCatalogue catalogue(List<Consumer<CostItem>> items) {
        CostCatalogue catalogue = NetworkFactory.eINSTANCE.createCostCatalogue();
        catalogue.setName("expansion");
        catalogue.setCurrency("GBP");
        items.forEach(change -> {
            CostItem item = NetworkFactory.eINSTANCE.createCostItem();
            item.setName("ADD_CARRIER");
            item.setSource("A table");
            item.setInvestment(5.0);
            change.accept(item);
            catalogue.getItems().add(item);
        });
        return catalogue;
    }

    private static List<String> problems(List<Consumer<CostItem>> items) {
        return CatalogueProblems.of(catalogue(items), new Texts(Locale.ENGLISH));
    }

    @Test
    void aSoundCatalogueHasNone() {
        assertEquals(List.of(), problems(List.of(item -> {})));
    }

    @Test
    void everyFigureNeedsASource() {
        assertEquals(List.of("Add carrier: the figures have no source."), problems(List.of(item -> item.setSource(" "))));
    }

    @Test
    void moneyIsNotNegativeAndGraveProblemsComeFirst() {
        List<String> found = problems(List.of(item -> {
            item.setSource(null);
            item.setInvestment(-1.0);
        }));
        assertEquals(List.of("Add carrier: the investment is below 0.", "Add carrier: the figures have no source."), found);
    }

    @Test
    void aSplitSectorNeverCarriesTwiceAsMuch() {
        assertTrue(problems(List.of(item -> {
            item.setName("SECTOR_SPLIT");
            item.setGain(2.0);
        })).getFirst().contains("less than two times"));
    }

    @Test
    void namesAreUnique() {
        assertEquals(List.of("Add carrier is there twice; every name is unique."), problems(List.of(item -> {}, item -> {})));
    }
}
