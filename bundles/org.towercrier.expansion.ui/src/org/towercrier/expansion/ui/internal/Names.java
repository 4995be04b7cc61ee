package org.towercrier.expansion.ui.internal;

import java.util.Optional;

import org.towercrier.expansion.Sentence;

/** Names of things for people; what a plug-in brings and nobody here knows is called by its id. */
public final class Names {

    private Names() {
    }

    /** Of a kind of action. @param own its name when a plug-in brought it */
    public static String action(Texts texts, String id, Optional<Sentence> own) {
        return own.map(name -> name.text(texts.locale())).orElseGet(() -> action(texts, id));
    }

    /** Of a kind of action of the product. */
    public static String action(Texts texts, String id) {
        String key = "Kind_" + id;
        String name = texts.get(key);
        return name.equals(key) ? id : name;
    }

    /** Of a figure of a diagnosis. */
    public static String figure(Texts texts, String name) {
        String key = "Figure_" + name;
        String label = texts.get(key);
        return label.equals(key) ? name : label;
    }
}
