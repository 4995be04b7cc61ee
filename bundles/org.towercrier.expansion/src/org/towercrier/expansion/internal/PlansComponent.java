package org.towercrier.expansion.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.PlanCurve;
import org.towercrier.expansion.Sentence;
import org.towercrier.model.network.NetworkFactory;
import org.towercrier.model.network.SavedPlan;
import org.towercrier.store.DocumentDamagedException;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** Plans as documents: the headline figures as attributes, all of it as text. */
@Component(service = ExpansionPlans.class)
public final class PlansComponent implements ExpansionPlans {

    private static final double UNKNOWN = Double.NaN;

    private final Documents documents;

    /** Of the open workspace. */
    @Activate
    public PlansComponent(@Reference Store store) {
        this.documents = store.documents();
    }

    @Override
    public List<Headline> list() throws StoreException {
        List<Headline> all = new ArrayList<>();
        for (DocumentInfo info : documents.list(KIND)) {
            try {
                documents.load(KIND, info.name(), SavedPlan.class).map(PlansComponent::headline).ifPresent(all::add);
            } catch (DocumentDamagedException damaged) {
                // The others are there nevertheless; that this one cannot be read is its note.
                all.add(new Headline(info.name(), info.version(), info.saved(), info.user(), String.valueOf(damaged.getMessage()), "", 0,
                        UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN));
            }
        }
        all.sort(Comparator.comparing(Headline::saved).reversed().thenComparing(Headline::name));
        return all;
    }

    @Override
    public List<Headline> history(String name) throws StoreException {
        List<Headline> all = new ArrayList<>();
        for (DocumentInfo info : documents.history(KIND, name)) {
            documents.load(KIND, name, info.version(), SavedPlan.class).map(PlansComponent::headline).ifPresent(all::add);
        }
        return all;
    }

    private static Headline headline(Versioned<SavedPlan> found) {
        SavedPlan plan = found.root();
        DocumentInfo info = found.info();
        Integer horizon = plan.getHorizon();
        return new Headline(info.name(), info.version(), info.saved(), info.user(), text(plan.getNote()), text(plan.getCurrency()),
                horizon == null ? 0 : horizon, number(plan.getBudget()), number(plan.getCost()), number(plan.getRelief()),
                number(plan.getValue()));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static double number(Double number) {
        return number == null ? UNKNOWN : number;
    }

    @Override
    public Optional<Kept> load(String name) throws StoreException {
        return kept(documents.load(KIND, name, SavedPlan.class));
    }

    @Override
    public Optional<Kept> load(String name, long version) throws StoreException {
        return kept(documents.load(KIND, name, version, SavedPlan.class));
    }

    private static Optional<Kept> kept(Optional<Versioned<SavedPlan>> found) throws StoreException {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Headline headline = headline(found.get());
        try {
            KeptText kept = PlanText.read(PackedText.unpack(text(found.get().root().getContent())));
            return Optional.of(new Kept(headline, kept.plan(), kept.curve()));
        } catch (IOException broken) {
            throw new DocumentDamagedException(found.get().info(), Optional.empty(), broken);
        }
    }

    @Override
    public long save(String name, ExpansionPlan plan, PlanCurve curve, String note, long expectedVersion) throws StoreException {
        if (!ExpansionPlans.isName(name)) {
            throw new IllegalArgumentException("a plan cannot be called " + name);
        }
        SavedPlan root = NetworkFactory.eINSTANCE.createSavedPlan();
        root.setName(name);
        root.setNote(note.strip());
        root.setCurrency(plan.currency());
        root.setHorizon(plan.horizon());
        root.setBudget(plan.budget());
        root.setCost(plan.cost());
        root.setRelief(plan.relief());
        root.setValue(plan.value());
        try {
            root.setContent(PackedText.pack(PlanText.write(new KeptText(plan, curve))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a plan is made of plain values", impossible);
        }
        return documents.save(KIND, name, root, expectedVersion);
    }

    @Override
    public long replace(String name, ExpansionPlan plan, PlanCurve curve, String note) throws StoreException {
        return save(name, plan, curve, note, version(name));
    }

    private long version(String name) throws StoreException {
        return documents.list(KIND).stream().filter(info -> info.name().equals(name)).mapToLong(DocumentInfo::version).findFirst()
                .orElse(NEW);
    }

    @Override
    public void rename(String name, String to) throws StoreException {
        Kept kept = load(name).orElseThrow(() -> new IllegalArgumentException("there is no plan " + name));
        save(to, kept.plan(), kept.curve(), kept.headline().note(), NEW);
        delete(name, kept.headline().version());
    }

    @Override
    public void delete(String name, long expectedVersion) throws StoreException {
        documents.delete(KIND, name, expectedVersion);
    }

    @Override
    public Comparison compare(List<String> names) throws StoreException {
        Map<String, ExpansionPlan> plans = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            load(name).ifPresentOrElse(kept -> plans.put(name, kept.plan()), () -> missing.add(name));
        }
        List<Map<String, Chosen>> chosen = plans.values().stream().map(PlansComponent::byId).toList();
        Set<String> ids = new LinkedHashSet<>();
        chosen.forEach(each -> ids.addAll(each.keySet()));
        List<Line> lines = new ArrayList<>();
        for (String id : ids) {
            List<Optional<Chosen>> in = chosen.stream().map(each -> Optional.ofNullable(each.get(id))).toList();
            Chosen any = in.stream().flatMap(Optional::stream).findFirst().orElseThrow();
            lines.add(new Line(id, any.action(), any.cell(), any.site(), in));
        }
        lines.sort(Comparator.comparing((Line line) -> line.in().stream().allMatch(Optional::isPresent)).thenComparing(Line::id));
        List<Side> sides = new ArrayList<>();
        plans.forEach((name, plan) -> sides.add(new Side(name, plan.budget(), plan.cost(), plan.relief(), plan.value(), plan.bound(),
                plan.gap(), plan.actions().size(), onlyIn(sides.size(), lines))));
        Map<String, Sentence> kinds = new HashMap<>();
        plans.values().forEach(plan -> kinds.putAll(plan.kinds()));
        return new Comparison(sides, lines, missing, kinds);
    }

    private static Map<String, Chosen> byId(ExpansionPlan plan) {
        Map<String, Chosen> byId = new LinkedHashMap<>();
        plan.actions().forEach(each -> byId.put(each.id(), each));
        return byId;
    }

    private static List<String> onlyIn(int place, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.in().get(place).isPresent() && line.in().stream().filter(Optional::isPresent).count() == 1)
                .map(Line::id).toList();
    }
}
