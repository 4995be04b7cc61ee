package org.towercrier.capacity.internal.rules;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.EffectiveRules;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.NotSimulatedException;
import org.towercrier.capacity.RuleLogStep;
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
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.capacity.internal.sql.ObjectQueries;
import org.towercrier.model.alarm.RuleAction;
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

    /** The set in force is a document of its own: what is saved afterwards is not in force until it is activated again. */
    private static final String ACTIVE_KIND = "active-rules";
    private static final String ACTIVE_NAME = "active";

    private final Store store;
    private final Documents documents;
    private final RuleLogTable log;
    private final Clock clock;

    /** In a store. */
    @Activate
    public RuleSetsComponent(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    /** With a clock of the caller's. */
    RuleSetsComponent(Store store, Clock clock) {
        this.store = store;
        this.documents = store.documents();
        this.log = new RuleLogTable(store);
        this.clock = clock;
    }

    @Override
    public List<Info> list() throws StoreException {
        RuleSet active = active();
        String digest = digest(active);
        Map<String, Info> infos = new TreeMap<>();
        for (RuleSet preset : presets()) {
            infos.put(preset.getName(), info(preset, true, active, digest, 0));
        }
        for (DocumentInfo document : documents.list(KIND)) {
            RuleSet set = documents.load(KIND, document.name(), RuleSet.class).map(Versioned::root).orElseThrow();
            infos.put(document.name(), info(set, false, active, digest, document.version()));
        }
        return List.copyOf(infos.values());
    }

    private Info info(RuleSet set, boolean preset, RuleSet active, String digest, long version) {
        boolean inForce = set.getName().equals(active.getName());
        return new Info(set.getName(), label(set), preset, inForce, inForce && !digest(set).equals(digest), version);
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
        Optional<RuleSet> inForce = documents.load(ACTIVE_KIND, ACTIVE_NAME, RuleSet.class).map(loaded -> own(loaded.root()));
        // As long as nobody has activated anything it is the preset as shipped: a saved change of it has not been activated either.
        return inForce.isPresent() ? inForce.get() : ShippedModels.load(DEFAULT_PRESET, RuleSet.class);
    }

    @Override
    public void activate(String name, String user, boolean skipSimulation) throws StoreException, RuleSetException {
        RuleSet wanted = find(name).orElseThrow(() -> new RuleSetException(text("rules.unknown", name), List.of()));
        refuse(wanted);
        String digest = digest(wanted);
        boolean seen = digest.equals(digest(active())) || seen(wanted).isPresent();
        if (!seen && !skipSimulation) {
            throw new NotSimulatedException(text("rules.unseen", name));
        }
        RuleSet inForce = own(wanted);
        inForce.setActive(true);
        long version = documents.load(ACTIVE_KIND, ACTIVE_NAME, RuleSet.class).map(Versioned::version).orElse(Documents.NEW);
        if (!seen) {
            // First the log: nothing is in force that the log does not know of.
            log.append(step(wanted, digest, RuleAction.SIMULATION_SKIPPED, user));
        }
        log.append(step(wanted, digest, RuleAction.ACTIVATED, user));
        documents.save(ACTIVE_KIND, ACTIVE_NAME, inForce, version);
    }

    private RuleLogStep step(RuleSet set, String digest, RuleAction action, String user) {
        return new RuleLogStep(set.getName(), digest, action, clock.instant(), user, Optional.empty(), Optional.empty(), "");
    }

    @Override
    public Optional<RuleLogStep> seen(RuleSet set) throws StoreException {
        String digest = digest(set);
        return log.read().stream().filter(step -> step.action() == RuleAction.SIMULATED && step.digest().equals(digest)).findFirst();
    }

    @Override
    public List<RuleLogStep> log() throws StoreException {
        return log.read();
    }

    @Override
    public String digest(RuleSet set) {
        return files().digest(set);
    }

    @Override
    public String text(RuleSet set) {
        return files().text(set);
    }

    @Override
    public RuleSet parse(String file, String text) throws RuleSetException {
        return files().parse(file, text);
    }

    @Override
    public Optional<EffectiveRules> effective(RuleSet set, String cell, Locale locale) throws StoreException {
        List<MeasuredObject> objects = store.read(sql -> ObjectQueries.objects(sql, cell));
        return objects.stream().findFirst().map(object -> new EffectiveRulesReader(new RuleUnits(kpis()), locale).read(set, object));
    }

    @Override
    public long save(RuleSet ruleSet, long expectedVersion) throws StoreException, RuleSetException {
        refuse(ruleSet);
        RuleSet saved = own(ruleSet);
        saved.setActive(false);
        return documents.save(KIND, ruleSet.getName(), saved, expectedVersion);
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
        return files().read(file);
    }

    @Override
    public void write(RuleSet ruleSet, Path file) throws RuleSetException {
        files().write(ruleSet, file);
    }

    private RuleFiles files() {
        return new RuleFiles(kpis());
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
