package org.towercrier.cli.internal;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The help texts of one command: its own, and those of the options that every command inherits. picocli would look for
 * the texts of a parent command by name through its own class loader, where a bundle's texts cannot be found; as all of
 * these report one name, it does not.
 */
final class HelpTexts extends ResourceBundle {

    private final Optional<ResourceBundle> own;
    private final Optional<ResourceBundle> common;

    HelpTexts(Optional<ResourceBundle> own, Optional<ResourceBundle> common) {
        this.own = own;
        this.common = common;
    }

    @Override
    public String getBaseBundleName() {
        return RootCommand.NAME;
    }

    @Override
    protected Object handleGetObject(String key) {
        return own.filter(texts -> texts.containsKey(key)).or(() -> common.filter(texts -> texts.containsKey(key)))
                .map(texts -> texts.getObject(key)).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        Set<String> keys = new LinkedHashSet<>();
        own.ifPresent(texts -> keys.addAll(texts.keySet()));
        common.ifPresent(texts -> keys.addAll(texts.keySet()));
        return Collections.enumeration(keys);
    }
}
