package org.towercrier.expansion.internal.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.expansion.internal.Texts;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.NetworkFactory;
import org.towercrier.model.network.NetworkPackage;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A cost catalogue as YAML: its attributes, and under {@code items} those of its items, each by the name it has in the model. */
public final class CatalogueText {

    private static final String ITEMS = "items";
    private static final int WIDTH = 160;

    private final KeyedText text;

    private CatalogueText(KeyedText text) {
        this.text = text;
    }

    /** The text of a catalogue. */
    public static String write(CostCatalogue catalogue) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(WIDTH);
        options.setAllowUnicode(true);
        Map<String, Object> root = values(catalogue);
        List<Map<String, Object>> items = new ArrayList<>();
        catalogue.getItems().forEach(item -> items.add(values(item)));
        root.put(ITEMS, items);
        return new Yaml(options).dump(root);
    }

    private static Map<String, Object> values(EObject object) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (EAttribute attribute : object.eClass().getEAllAttributes()) {
            if (object.eIsSet(attribute)) {
                Object value = object.eGet(attribute);
                values.put(attribute.getName(),
                        value instanceof List<?> many ? many.stream().map(CatalogueText::plain).toList() : plain(value));
            }
        }
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return number.longValue();
        }
        return value instanceof Enumerator literal ? literal.getLiteral() : value;
    }

    /**
     * The catalogue of a text; throws {@link org.towercrier.command.RefusedException} with the place of what does not fit.
     *
     * @param file how messages call it
     */
    public static CostCatalogue read(String yaml, String file, Texts texts) {
        KeyedText text = new KeyedText(texts, file);
        return new CatalogueText(text).catalogue(text.root(yaml));
    }

    private CostCatalogue catalogue(Map<String, Object> root) {
        CostCatalogue catalogue = NetworkFactory.eINSTANCE.createCostCatalogue();
        EClass type = NetworkPackage.Literals.COST_CATALOGUE;
        Set<String> keys = names(type);
        keys.add(ITEMS);
        text.known(root, keys, "");
        Map<String, Object> own = new LinkedHashMap<>(root);
        own.remove(ITEMS);
        fill(catalogue, own, "");
        List<?> items = text.list(root.get(ITEMS), ITEMS);
        for (int i = 0; i < items.size(); i++) {
            String where = ITEMS + '/' + (i + 1) + '/';
            Map<String, Object> values = text.map(items.get(i), where);
            text.known(values, names(NetworkPackage.Literals.COST_ITEM), where);
            CostItem item = NetworkFactory.eINSTANCE.createCostItem();
            fill(item, values, where);
            catalogue.getItems().add(item);
        }
        if (items.isEmpty()) {
            throw text.wrong(ITEMS);
        }
        return catalogue;
    }

    private static Set<String> names(EClass type) {
        return type.getEAllAttributes().stream().map(EAttribute::getName).collect(Collectors.toCollection(HashSet::new));
    }

    private void fill(EObject object, Map<String, Object> values, String where) {
        values.forEach((name, value) -> {
            EAttribute attribute = (EAttribute) object.eClass().getEStructuralFeature(name);
            if (attribute.isMany()) {
                List<Object> many = new ArrayList<>();
                text.texts(value, where + name).forEach(each -> many.add(value(attribute, each, where)));
                object.eSet(attribute, many);
            } else if (value instanceof Map || value instanceof List) {
                throw text.wrong(where + name);
            } else {
                object.eSet(attribute, value(attribute, value, where));
            }
        });
    }

    private Object value(EAttribute attribute, Object value, String where) {
        try {
            Object converted = EcoreUtil.createFromString(attribute.getEAttributeType(), String.valueOf(value));
            if (converted == null) {
                throw text.wrong(where + attribute.getName());
            }
            return converted;
        } catch (IllegalArgumentException wrong) {
            throw text.wrong(where + attribute.getName());
        }
    }
}
