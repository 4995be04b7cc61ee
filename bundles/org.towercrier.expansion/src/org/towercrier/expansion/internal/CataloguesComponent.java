package org.towercrier.expansion.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.command.RefusedException;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.CostCatalogues;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.internal.file.CatalogueText;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** The shipped catalogue, and the workspace's own as a document. */
@Component(service = CostCatalogues.class)
public final class CataloguesComponent implements CostCatalogues {

    /** These may be below zero. */
    private static final Set<EAttribute> SIGNED = Set.of(NetworkPackage.Literals.COST_ITEM__POWER,
            NetworkPackage.Literals.COST_ITEM__SENSITIVITY);

    private final Documents documents;
    private final List<ActionKind> kinds;

    /** Of the open workspace, with the kinds of action there are. */
    @Activate
    public CataloguesComponent(@Reference Store store,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<ActionKind> kinds) {
        this.documents = store.documents();
        this.kinds = kinds.stream().sorted(Comparator.comparing(ActionKind::id)).toList();
    }

    @Override
    public Map<String, Sentence> kinds() {
        Map<String, Sentence> names = new HashMap<>();
        kinds.stream().filter(kind -> !kind.name().saysNothing()).forEach(kind -> names.put(kind.id(), kind.name()));
        return names;
    }

    @Override
    public CostCatalogue shipped() {
        return completed(Catalogues.shipped());
    }

    private CostCatalogue completed(CostCatalogue catalogue) {
        for (ActionKind kind : kinds) {
            boolean there = catalogue.getItems().stream().anyMatch(item -> kind.id().equals(item.getName()));
            kind.usual().filter(item -> !there).ifPresent(item -> {
                CostItem copy = EcoreUtil.copy(item);
                copy.setName(kind.id());
                catalogue.getItems().add(copy);
            });
        }
        return catalogue;
    }

    @Override
    public Optional<Versioned<CostCatalogue>> own() throws StoreException {
        return documents.load(KIND, OWN, CostCatalogue.class);
    }

    @Override
    public CostCatalogue inForce() throws StoreException {
        return own().map(found -> completed(found.root())).orElseGet(this::shipped);
    }

    @Override
    public Versioned<CostCatalogue> edit() throws StoreException {
        Optional<Versioned<CostCatalogue>> own = own();
        if (own.isPresent()) {
            return own.get();
        }
        documents.save(KIND, OWN, shipped(), Documents.NEW);
        return own().orElseThrow(() -> new IllegalStateException("the catalogue was just saved"));
    }

    @Override
    public long replace(CostCatalogue catalogue) throws StoreException, PlanException {
        check(catalogue);
        CostCatalogue kept = EcoreUtil.copy(catalogue);
        ShippedTexts.say(kept, Locale.ENGLISH);
        return documents.save(KIND, OWN, kept, version());
    }

    @Override
    public void say(CostCatalogue catalogue, Locale locale) {
        ShippedTexts.say(catalogue, locale);
    }

    private long version() throws StoreException {
        return documents.list(KIND).stream().filter(info -> info.name().equals(OWN)).mapToLong(DocumentInfo::version).findFirst()
                .orElse(Documents.NEW);
    }

    @Override
    public void reset() throws StoreException {
        long version = version();
        if (version != Documents.NEW) {
            documents.delete(KIND, OWN, version);
        }
    }

    @Override
    public void check(CostCatalogue catalogue) throws PlanException {
        check(catalogue, new Texts(Locale.getDefault()));
    }

    /** The same in a language. */
    static void check(CostCatalogue catalogue, Texts texts) throws PlanException {
        Set<String> names = new HashSet<>();
        for (CostItem item : catalogue.getItems()) {
            String name = item.getName();
            if (name == null || name.isBlank() || !names.add(name)) {
                throw new PlanException(texts.text("Catalogue_Name", name == null ? "" : name));
            }
            for (EAttribute attribute : item.eClass().getEAllAttributes()) {
                if (!SIGNED.contains(attribute) && item.eGet(attribute) instanceof Number number && !(number.doubleValue() >= 0)) {
                    throw new PlanException(texts.text("Plan_BadFigure", name, attribute.getName()));
                }
            }
        }
        if (names.isEmpty()) {
            throw new PlanException(texts.text("Catalogue_Empty"));
        }
    }

    @Override
    public String write(CostCatalogue catalogue) {
        return CatalogueText.write(catalogue);
    }

    @Override
    public CostCatalogue read(String text) throws PlanException {
        Texts texts = new Texts(Locale.getDefault());
        try {
            CostCatalogue catalogue = CatalogueText.read(text, "YAML", texts);
            check(catalogue, texts);
            return catalogue;
        } catch (RefusedException wrong) {
            throw new PlanException(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
