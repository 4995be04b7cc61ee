package org.towercrier.capacity.internal.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.RuleProblem;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.internal.detect.RuleCompiler;
import org.towercrier.capacity.internal.detect.RuleProblems;
import org.towercrier.capacity.internal.evidence.EvidenceTexts;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiDocuments;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.kpi.ShippedModels;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** Rule sets in the documents of the open workspace. */
@Component
public final class RuleSetsComponent implements RuleSets {

    private static final List<String> PRESETS = List.of(DEFAULT_PRESET, "vendor-lte");
    private static final long LARGEST_FILE = 16L << 20;

    /** No document type: no entities, neither internal nor external. */
    private static final Map<String, Boolean> SECURE = Map.of("http://apache.org/xml/features/disallow-doctype-decl", true);

    private final Documents documents;

    /** In a store. */
    @Activate
    public RuleSetsComponent(@Reference Store store) {
        this.documents = store.documents();
    }

    @Override
    public List<Info> list() throws StoreException {
        String activeName = active().getName();
        Map<String, Info> infos = new TreeMap<>();
        for (RuleSet preset : presets()) {
            infos.put(preset.getName(), new Info(preset.getName(), label(preset), true, preset.getName().equals(activeName), 0));
        }
        for (DocumentInfo document : documents.list(KIND)) {
            RuleSet set = documents.load(KIND, document.name(), RuleSet.class).map(Versioned::root).orElseThrow();
            infos.put(document.name(),
                    new Info(document.name(), label(set), false, document.name().equals(activeName), document.version()));
        }
        return List.copyOf(infos.values());
    }

    private static String label(RuleSet set) {
        return EvidenceTexts.find("ruleset." + set.getName(), Locale.getDefault())
                .orElse(set.getLabel() == null || set.getLabel().isBlank() ? set.getName() : set.getLabel());
    }

    @Override
    public Optional<RuleSet> find(String name) throws StoreException {
        Optional<RuleSet> document = documents.load(KIND, name, RuleSet.class).map(loaded -> own(loaded.root()));
        return document.isPresent() ? document : presets().stream().filter(preset -> preset.getName().equals(name)).findFirst();
    }

    @Override
    public List<RuleSet> presets() {
        return PRESETS.stream().map(name -> ShippedModels.load(name, RuleSet.class)).toList();
    }

    @Override
    public RuleSet active() throws StoreException {
        for (DocumentInfo document : documents.list(KIND)) {
            Optional<RuleSet> set = documents.load(KIND, document.name(), RuleSet.class).map(Versioned::root);
            if (set.isPresent() && Boolean.TRUE.equals(set.get().getActive())) {
                return own(set.get());
            }
        }
        return find(DEFAULT_PRESET).orElseThrow();
    }

    @Override
    public void activate(String name) throws StoreException, RuleSetException {
        RuleSet wanted = find(name).orElseThrow(() -> new RuleSetException(text("rules.unknown", name), List.of()));
        refuse(wanted);
        for (DocumentInfo document : documents.list(KIND)) {
            RuleSet other = documents.load(KIND, document.name(), RuleSet.class).map(Versioned::root).orElseThrow();
            if (!document.name().equals(name) && Boolean.TRUE.equals(other.getActive())) {
                other.setActive(false);
                documents.save(KIND, document.name(), other, document.version());
            }
        }
        wanted.setActive(true);
        documents.save(KIND, name, wanted, version(name));
    }

    private long version(String name) throws StoreException {
        return documents.load(KIND, name, RuleSet.class).map(Versioned::version).orElse(Documents.NEW);
    }

    @Override
    public long save(RuleSet ruleSet, long expectedVersion) throws StoreException, RuleSetException {
        refuse(ruleSet);
        return documents.save(KIND, ruleSet.getName(), EcoreUtil.copy(ruleSet), expectedVersion);
    }

    private void refuse(RuleSet ruleSet) throws RuleSetException {
        List<RuleProblem> problems = validate(ruleSet, Locale.getDefault());
        if (!problems.isEmpty()) {
            throw failure(ruleSet.getName(), problems);
        }
    }

    /** The exception for a set with errors: one line for each. */
    public static RuleSetException failure(String name, List<RuleProblem> problems) {
        String lines = problems.stream().map(each -> (each.rule() + " " + each.feature()).strip() + ": " + each.message())
                .collect(Collectors.joining("\n"));
        return new RuleSetException(name + "\n" + lines, problems);
    }

    @Override
    public RuleSet read(Path file) throws RuleSetException {
        try (InputStream stream = Files.newInputStream(file)) {
            if (Files.size(file) > LARGEST_FILE) {
                throw new RuleSetException(text("rules.unreadable", file, Files.size(file) + " B"), List.of());
            }
            Resource resource = ShippedModels.resources().createResource(URI.createFileURI(file.toAbsolutePath().toString()));
            resource.load(stream, Map.of(XMLResource.OPTION_PARSER_FEATURES, SECURE));
            if (resource.getContents().size() == 1 && resource.getContents().getFirst() instanceof RuleSet set) {
                return own(set);
            }
            throw new RuleSetException(text("rules.unreadable", file, "RuleSet"), List.of());
        } catch (IOException | WrappedException broken) {
            throw new RuleSetException(text("rules.unreadable", file, String.valueOf(broken.getMessage())), broken);
        }
    }

    @Override
    public void write(RuleSet ruleSet, Path file) throws RuleSetException {
        try {
            Resource resource = ShippedModels.resources().createResource(URI.createFileURI(file.toAbsolutePath().toString()));
            resource.getContents().add(EcoreUtil.copy(ruleSet));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            resource.save(bytes, Map.of(XMLResource.OPTION_ENCODING, StandardCharsets.UTF_8.name(), XMLResource.OPTION_LINE_WIDTH, 120));
            Files.write(file, bytes.toByteArray());
        } catch (IOException refused) {
            throw new RuleSetException(text("rules.unwritable", file, String.valueOf(refused.getMessage())), refused);
        }
    }

    @Override
    public List<RuleProblem> validate(RuleSet ruleSet, Locale locale) {
        RuleProblems problems = new RuleProblems();
        new RuleCompiler(kpis(), problems).compile(ruleSet);
        return problems.in(locale);
    }

    /** Should the users' own KPIs be unreadable, the shipped ones are still known; whoever opens the KPIs is told. */
    private KpiBook kpis() {
        try {
            return new KpiDocuments(documents).book();
        } catch (StoreException unreadable) {
            return new KpiBook(KpiDocuments.shipped(), new Measurements());
        }
    }

    private static String text(String key, Object... arguments) {
        return Sentence.of(key, arguments).text(Locale.getDefault());
    }

    /** Out of its resource, so that it is the caller's own. */
    private static RuleSet own(RuleSet set) {
        return EcoreUtil.copy(set);
    }
}
