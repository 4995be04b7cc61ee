package org.towercrier.expansion.ui.internal.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.ui.internal.Names;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;

/** Names of a catalogue and its items for people: those that nobody gave it follow the language of the reader. */
final class CatalogueNames {

    private static final String CATALOGUE = "Part_Catalogue";
    private static final List<Texts> LANGUAGES = List.of(new Texts(Locale.ENGLISH), new Texts(Locale.SIMPLIFIED_CHINESE),
            new Texts(Locale.TRADITIONAL_CHINESE));

    private CatalogueNames() {
    }

    /** @param kinds names of the kinds of action that plug-ins brought, by id */
    static void give(CostCatalogue root, Map<String, Sentence> kinds, Texts texts) {
        if (root.getLabel() == null || LANGUAGES.stream().anyMatch(language -> language.get(CATALOGUE).equals(root.getLabel()))) {
            root.setLabel(texts.get(CATALOGUE));
        }
        for (CostItem item : root.getItems()) {
            if (item.getName() != null) {
                Optional<Sentence> own = Optional.ofNullable(kinds.get(item.getName()));
                if (item.getLabel() == null || LANGUAGES.stream()
                        .anyMatch(language -> Names.action(language, item.getName(), own).equals(item.getLabel()))) {
                    item.setLabel(Names.action(texts, item.getName(), own));
                }
            }
        }
    }
}
