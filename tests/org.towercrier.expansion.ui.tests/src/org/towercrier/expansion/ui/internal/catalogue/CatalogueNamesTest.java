package org.towercrier.expansion.ui.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;
import org.towercrier.model.network.NetworkFactory;

/** Names of a catalogue's items. */
class CatalogueNamesTest {

    private static final Map<String, Sentence> KINDS = Map.of("BALLOON",
            Sentence.in(locale -> "zh".equals(locale.getLanguage()) ? "气球" : "Balloon"));

    private final CostCatalogue catalogue = NetworkFactory.eINSTANCE.createCostCatalogue();

    private CostItem item(String name) {
        CostItem item = NetworkFactory.eINSTANCE.createCostItem();
        item.setName(name);
        catalogue.getItems().add(item);
        return item;
    }

    private List<String> labels(Locale locale) {
        CatalogueNames.give(catalogue, KINDS, new Texts(locale));
        return catalogue.getItems().stream().map(CostItem::getLabel).toList();
    }

    @Test
    void whatThePageNamedFollowsTheReaderAndWhatSomebodyNamedStays() {
        item("SECTOR_SPLIT");
        item("BALLOON");
        item("NEW_SITE").setLabel("Mast of our own");
        assertEquals(List.of("扇区分裂", "气球", "Mast of our own"), labels(Locale.SIMPLIFIED_CHINESE));
        assertEquals(List.of("扇區分裂", "气球", "Mast of our own"), labels(Locale.TRADITIONAL_CHINESE));
        assertEquals(List.of("Sector split", "Balloon", "Mast of our own"), labels(Locale.ENGLISH));
        assertEquals("Cost Catalogue", catalogue.getLabel());
    }

    @Test
    void kindsOfActionAreCalledAlikeInThePlanAndInTheWindow() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)) {
            for (ExpansionAction kind : ExpansionAction.values()) {
                assertEquals(Sentence.of("Action_" + kind.getLiteral()).text(locale), new Texts(locale).get("Kind_" + kind.getLiteral()));
            }
            for (Cause cause : Cause.values()) {
                assertEquals(Sentence.of("Name_" + cause).text(locale), new Texts(locale).get("Cause_" + cause));
            }
        }
    }
}
