package org.towercrier.capacity.internal.kpi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.BusyHours;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.KpiException;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.internal.evidence.EvidenceTexts;
import org.towercrier.capacity.internal.expression.ExpressionException;
import org.towercrier.capacity.internal.kpi.KpiCompiler.DefinitionException;
import org.towercrier.model.alarm.BusyHourMethod;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** KPIs of the open workspace. */
@Component
public final class KpiService implements Kpis {

    private static final int HOUR = 3600;

    private final Store store;
    private final KpiDocuments documents;
    private final BusyHourService busyHours;

    /** On a store. */
    @Activate
    public KpiService(@Reference Store store) {
        this.store = store;
        this.documents = new KpiDocuments(store.documents());
        this.busyHours = new BusyHourService(store);
    }

    @Override
    public List<KpiDefinition> list() throws StoreException {
        return documents.book().definitions().values().stream().map(EcoreUtil::copy).toList();
    }

    @Override
    public Optional<KpiDefinition> find(String name) throws StoreException {
        return documents.book().definition(name).map(EcoreUtil::copy);
    }

    @Override
    public String label(KpiDefinition definition, Locale locale) {
        if (definition.getLabel() != null && !definition.getLabel().isBlank()) {
            return definition.getLabel();
        }
        return EvidenceTexts.find("kpi." + definition.getName(), locale).orElse(definition.getName());
    }

    @Override
    public OwnCatalogue own() throws StoreException {
        OwnCatalogue own = documents.own();
        return new OwnCatalogue(EcoreUtil.copy(own.catalogue()), own.version());
    }

    @Override
    public long save(OwnCatalogue own) throws StoreException, KpiException {
        KpiCompiler compiler = new KpiCompiler(new Measurements());
        Set<String> names = new HashSet<>();
        for (KpiDefinition definition : own.catalogue().getDefinitions()) {
            if (definition.getName() == null || definition.getName().isBlank()) {
                throw new KpiException(text("kpi.name.missing"));
            }
            if (!names.add(definition.getName())) {
                throw new KpiException(text("kpi.name.twice", definition.getName()));
            }
            compile(compiler, definition);
        }
        return store.documents().save(KIND, OWN, EcoreUtil.copy(own.catalogue()), own.version());
    }

    @Override
    public Series evaluate(Request request, Cancellation cancel) throws StoreException, KpiException {
        KpiBook book = documents.book();
        KpiDefinition definition = book.definition(request.kpi())
                .orElseThrow(() -> new KpiException(text("kpi.unknown", request.kpi())));
        Kpi kpi = compile(new KpiCompiler(book.measurements()), definition);
        List<Point> points = request.step() == Step.BUSY_HOUR ? busyHours(kpi, request, cancel)
                : store.read(sql -> new KpiQuery(kpi, definition.getTechnologies(), request, book.measurements()).run(sql), cancel);
        boolean truncated = points.size() > request.limit();
        return new Series(EcoreUtil.copy(definition), truncated ? points.subList(0, request.limit()) : points, truncated);
    }

    private List<Point> busyHours(Kpi kpi, Request request, Cancellation cancel) throws StoreException {
        BusyHours.Request hours = new BusyHours.Request(request.cells(), request.from(), request.to(), request.zone(),
                BusyHourMethod.SLIDING);
        List<Point> points = store.read(sql -> {
            List<Point> found = new ArrayList<>();
            busyHours.walk(sql, hours, kpi.expression().measurements(), cancel, (series, traffic, window) -> {
                double value = kpi.over(series, window.begin(), window.end());
                found.add(new Point(series.object().cell(), Instant.ofEpochSecond(window.start()), HOUR,
                        Double.isNaN(value) ? Optional.empty() : Optional.of(value)));
            });
            return found;
        }, cancel);
        points.sort(Comparator.comparing(Point::group).thenComparing(Point::start));
        return points.size() > request.limit() ? points.subList(0, request.limit() + 1) : points;
    }

    private static Kpi compile(KpiCompiler compiler, KpiDefinition definition) throws KpiException {
        try {
            return compiler.compile(definition);
        } catch (DefinitionException unreadable) {
            ExpressionException problem = unreadable.problem();
            String reason = text("expression." + problem.problem().name(), problem.detail(), problem.position() + 1);
            throw new KpiException(text("kpi.unreadable", definition.getName(), unreadable.feature(), reason), problem.position());
        }
    }

    private static String text(String key, Object... arguments) {
        return Sentence.of(key, arguments).text(Locale.getDefault());
    }
}
