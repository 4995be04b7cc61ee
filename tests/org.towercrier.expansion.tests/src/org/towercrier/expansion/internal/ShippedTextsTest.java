package org.towercrier.expansion.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.expansion.PlanException;
import org.towercrier.fixture.TestStores;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.StoreException;

@DisplayName("What the shipped catalogue says about its figures")
class ShippedTextsTest {

    private static final String OWN = "Offer of 2026-10-02, file 17";

    private static CostItem split(CostCatalogue catalogue) {
        return catalogue.getItems().stream().filter(item -> "SECTOR_SPLIT".equals(item.getName())).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("Every item has a source and a requirement in each language, Chinese ones in Chinese")
    void everyItem() {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)) {
            CostCatalogue catalogue = Catalogues.shipped();
            ShippedTexts.say(catalogue, locale);
            assertTrue(chinese(catalogue.getDescription()), catalogue.getDescription());
            catalogue.getItems().forEach(item -> {
                assertTrue(chinese(item.getSource()), item.getSource());
                assertTrue(chinese(item.getRequirement()), item.getRequirement());
            });
        }
        Catalogues.shipped().getItems().forEach(item -> {
            assertFalse(item.getSource().startsWith("Shipped_"), item.getSource());
            assertFalse(chinese(item.getSource() + item.getRequirement()), item.getSource());
        });
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }

    @Test
    @DisplayName("A catalogue goes from language to language and back; what somebody wrote stays as it was typed")
    void thereAndBack() {
        CostCatalogue catalogue = Catalogues.shipped();
        String english = catalogue.getItems().getFirst().getSource();
        split(catalogue).setSource(OWN);
        ShippedTexts.say(catalogue, Locale.SIMPLIFIED_CHINESE);
        ShippedTexts.say(catalogue, Locale.TRADITIONAL_CHINESE);
        assertEquals(OWN, split(catalogue).getSource());
        ShippedTexts.say(catalogue, Locale.ENGLISH);
        assertEquals(english, catalogue.getItems().getFirst().getSource());
        assertEquals(OWN, split(catalogue).getSource());
    }

    @Test
    @DisplayName("A proposal says its source in the reader's language, whatever the language of the catalogue; an own source stays")
    void sources() {
        assertEquals("全部数字：假设值", ShippedTexts.sentence("All figures: assumption").text(Locale.SIMPLIFIED_CHINESE));
        assertEquals("All figures: assumption", ShippedTexts.sentence("全部數字：假設值").text(Locale.ENGLISH));
        assertEquals(OWN, ShippedTexts.sentence(OWN).text(Locale.SIMPLIFIED_CHINESE));
        assertEquals("", ShippedTexts.sentence(null).text(Locale.ENGLISH));
    }

    @Test
    @DisplayName("A reader of Chinese who saves the catalogue does not make it Chinese for the others")
    void kept() throws StoreException, IOException, PlanException {
        try (TemporaryStore store = TestStores.temporary(NetworkPackage.eINSTANCE)) {
            CataloguesComponent catalogues = new CataloguesComponent(store.store(), List.of());
            CostCatalogue edited = catalogues.shipped();
            catalogues.say(edited, Locale.SIMPLIFIED_CHINESE);
            split(edited).setInvestment(77_000.0);
            split(edited).setSource(OWN);
            catalogues.replace(edited);
            CostCatalogue own = catalogues.own().orElseThrow().root();
            assertEquals(Catalogues.shipped().getItems().getFirst().getSource(), own.getItems().getFirst().getSource());
            assertEquals(OWN, split(own).getSource());
            assertEquals(77_000, split(own).getInvestment());
        }
    }
}
